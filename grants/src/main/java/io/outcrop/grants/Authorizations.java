package io.outcrop.grants;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.grants.Grant.Part;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private static final String TOKEN_KEY = "bedrock:BearerTokenType";
  private static final String UNSPECIFIED = "unspecified";
  private final ModelCall call;
  private final List<Needed> needed = new ArrayList<>();

  Authorizations(ModelCall call) {
    this.call = call;
    if (call.bearerToken() != BearerToken.NONE) {
      bearerToken();
    }
    if (call.operation() == Operation.COUNT_TOKENS) {
      model(call.route().region(), "", "the model whose tokens are counted");
    } else {
      route();
      if (!call.guardrailArn().isEmpty()) {
        guardrail();
      }
    }
  }

  List<RequiredAuthorization> all() {
    return needed.stream().map(Needed::authorization).toList();
  }

  List<Grant> grants() {
    return needed.stream().map(Needed::grant).toList();
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
    var type = call.bearerToken().name();
    var condition = new Condition("StringEquals", TOKEN_KEY, type);
    add(
        Part.BEARER_TOKEN,
        new RequiredAuthorization(
            "bedrock:CallWithBearerToken",
            "*",
            context(call.route().region(), Map.of(TOKEN_KEY, type)),
            "a call with an API key"),
        List.of(condition),
        "calls with an API key");
  }

  /// Needs the profile and answers its ARN.
  private String profile(String id, String region) {
    var arn = id.startsWith("arn:") ? id : arn(region, call.account(), "inference-profile/" + id);
    add(
        Part.PROFILE,
        new RequiredAuthorization(
            call.operation().action(),
            arn,
            context(region, guardrailContext()),
            "the inference profile in the called region"),
        List.of(),
        "inference profiles, in the region that is called");
    return arn;
  }

  private void model(String region, String profile, String why) {
    var arn = arn(region, "", "foundation-model/" + call.route().modelId());
    var extra = new TreeMap<>(guardrailContext());
    var conditions = new ArrayList<Condition>();
    if (!profile.isEmpty()) {
      extra.put(PROFILE_KEY, profile);
      conditions.add(new Condition("StringEquals", PROFILE_KEY, profile));
    }
    var seen = region.isEmpty() ? UNSPECIFIED : region;
    add(
        Part.MODEL,
        new RequiredAuthorization(call.operation().action(), arn, context(seen, extra), why),
        conditions,
        profile.isEmpty()
            ? "models by their own id"
            : "the model wherever `" + call.route().id() + "` may lead, through that profile only");
  }

  private void guardrail() {
    var guardrail =
        Arn.parse(call.guardrailArn())
            .map(arn -> arn.resource().indexOf(':'))
            .filter(colon -> colon >= 0)
            .map(_ -> call.guardrailArn().substring(0, call.guardrailArn().lastIndexOf(':')))
            .orElse(call.guardrailArn());
    add(
        Part.GUARDRAIL,
        new RequiredAuthorization(
            "bedrock:ApplyGuardrail",
            guardrail,
            context(call.route().region(), Map.of()),
            "the guardrail on the request"),
        List.of(),
        "guardrails");
  }

  private Map<String, String> guardrailContext() {
    return call.guardrailArn().isEmpty() || call.operation() == Operation.COUNT_TOKENS
        ? Map.of()
        : Map.of("bedrock:GuardrailIdentifier", call.guardrailArn());
  }

  private void add(
      Part part, RequiredAuthorization authorization, List<Condition> conditions, String purpose) {
    needed.add(
        new Needed(
            authorization,
            new Grant(
                part, authorization.action(), authorization.resource(), conditions, purpose)));
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

  private record Needed(RequiredAuthorization authorization, Grant grant) {}
}
