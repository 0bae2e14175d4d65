package io.outcrop.grants;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The authorisations of one call, and the grants that let them through.
///
/// The model behind a profile is asked for in the called region and in every destination; each of
/// these brings the profile as `bedrock:InferenceProfileArn` and its own region as
/// `aws:RequestedRegion`. A global profile has the model without a region in place of the
/// destinations, and `aws:RequestedRegion` is then the word `unspecified`.
final class Authorizations {
  private static final String PROFILE_KEY = "bedrock:InferenceProfileArn";
  private static final String REGION_KEY = "aws:RequestedRegion";
  private static final String MANTLE = "bedrock-mantle";
  private static final String UNSPECIFIED = "unspecified";
  private static final Set<Operation> TAKING_GUARDRAILS =
      EnumSet.of(
          Operation.INVOKE_MODEL,
          Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM,
          Operation.CONVERSE,
          Operation.CONVERSE_STREAM);

  private final ModelCall call;
  private final List<RequiredAuthorization> needed = new ArrayList<>();

  Authorizations(ModelCall call) {
    this.call = call;
    if (call.bearerToken() != BearerToken.NONE) {
      bearerToken();
    }
    switch (call.operation()) {
      case INVOKE_MODEL, INVOKE_MODEL_WITH_RESPONSE_STREAM, CONVERSE, CONVERSE_STREAM -> {
        route();
        if (!call.guardrailArn().isEmpty()) {
          guardrail();
        }
      }
      case COUNT_TOKENS -> model(call.route().region(), "", "the model whose tokens are counted");
      case CREATE_INFERENCE -> project();
      case GET_INFERENCE_PROFILE -> {
        var _ = profile(call.route().id(), call.route().region());
      }
      case LIST_FOUNDATION_MODELS ->
          needed.add(
              new RequiredAuthorization(
                  call.operation().action(),
                  "*",
                  context(call.route().region(), Map.of()),
                  "the list of models"));
    }
  }

  List<RequiredAuthorization> all() {
    return List.copyOf(needed);
  }

  private void route() {
    switch (call.route()) {
      case Route.OnDemand(_, var region) -> model(region, "", "the model that is called");
      case Route.Geographic(var id, _, var region, var destinations) -> {
        var profile = profile(id, region);
        var regions = new LinkedHashSet<String>();
        regions.add(region);
        regions.addAll(destinations);
        for (var one : regions) {
          model(
              one,
              profile,
              one.equals(region)
                  ? "the model in the called region"
                  : "the model in destination " + one);
        }
      }
      case Route.Global(var id, _, var region) -> {
        var profile = profile(id, region);
        model(region, profile, "the model in the called region");
        model("", profile, "the model without a region: any commercial region may answer");
      }
    }
  }

  private void bearerToken() {
    var service = call.operation() == Operation.CREATE_INFERENCE ? MANTLE : "bedrock";
    needed.add(
        new RequiredAuthorization(
            service + ":CallWithBearerToken",
            "*",
            context(
                call.route().region(),
                Map.of(service + ":BearerTokenType", call.bearerToken().name())),
            "a call with an API key"));
  }

  /// A call to Mantle is authorised on the project that it counts to.
  private void project() {
    var region = call.route().region();
    needed.add(
        new RequiredAuthorization(
            call.operation().action(),
            new Arn(
                    Partition.ofRegion(region).id(),
                    MANTLE,
                    region,
                    call.account(),
                    "project/default")
                .toString(),
            context(region, Map.of(MANTLE + ":Model", call.route().id())),
            "the project that the call is counted to"));
  }

  /// Needs the profile and answers its ARN.
  private String profile(String id, String region) {
    var arn = id.startsWith("arn:") ? id : arn(region, call.account(), "inference-profile/" + id);
    needed.add(
        new RequiredAuthorization(
            call.operation().action(),
            arn,
            context(region, guardrailContext()),
            "the inference profile in the called region"));
    return arn;
  }

  private void model(String region, String profile, String why) {
    var arn = arn(region, "", "foundation-model/" + call.route().modelId());
    var extra = new TreeMap<>(guardrailContext());
    if (!profile.isEmpty()) {
      extra.put(PROFILE_KEY, profile);
    }
    var seen = region.isEmpty() ? UNSPECIFIED : region;
    needed.add(
        new RequiredAuthorization(call.operation().action(), arn, context(seen, extra), why));
  }

  private void guardrail() {
    needed.add(
        new RequiredAuthorization(
            "bedrock:ApplyGuardrail",
            Grants.withoutVersion(call.guardrailArn()),
            context(call.route().region(), Map.of()),
            "the guardrail on the request"));
  }

  private Map<String, String> guardrailContext() {
    return call.guardrailArn().isEmpty() || !TAKING_GUARDRAILS.contains(call.operation())
        ? Map.of()
        : Map.of("bedrock:GuardrailIdentifier", call.guardrailArn());
  }

  private String arn(String region, String account, String resource) {
    var partition = Partition.ofRegion(call.route().region()).id();
    return new Arn(partition, "bedrock", region, account, resource).toString();
  }

  private static Map<String, String> context(String region, Map<String, String> extra) {
    var context = new TreeMap<>(extra);
    context.put(REGION_KEY, region);
    return context;
  }
}
