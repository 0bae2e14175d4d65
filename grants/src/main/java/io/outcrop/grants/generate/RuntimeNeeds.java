package io.outcrop.grants.generate;

import io.outcrop.aws.Arn;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.models.route.Route;
import java.util.Map;

/// What calls to bedrock-runtime need.
final class RuntimeNeeds {
  private static final String REGION_KEY = "aws:RequestedRegion";
  private final PolicyWish wish;
  private final Draft draft;

  RuntimeNeeds(PolicyWish wish, Draft draft) {
    this.wish = wish;
    this.draft = draft;
  }

  /// Calls over `route`.
  void call(Route route) {
    var target = "with `%s` in `%s`".formatted(route.id(), route.region());
    for (var ability : wish.abilities()) {
      switch (ability) {
        case PLAIN -> call(Operation.INVOKE_MODEL, "InvokeModel or Converse", target, route);
        case STREAM ->
            call(
                Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM,
                "InvokeModelWithResponseStream or ConverseStream",
                target,
                route);
        case COUNT_TOKENS, MANTLE, CATALOGUE, FIRST_USE, USE_CASE_FORM -> {}
      }
    }
  }

  /// Counting the tokens of prompts to the model of `route`.
  void countTokens(Route route) {
    var target = "with `%s` in `%s`".formatted(route.modelId(), route.region());
    call(Operation.COUNT_TOKENS, "CountTokens", target, route);
  }

  private void call(Operation operation, String words, String target, Route route) {
    Grants.required(ModelCall.signed(operation, route, wish.account()))
        .forEach(needed -> draft.need(words, target, needed));
  }

  /// Calls to provisioned throughput. Source: Amazon Bedrock User Guide, "Identity-based policy
  /// examples": the provisioned model alone is asked for.
  void provisioned(Arn arn) {
    var target = "with `%s` in `%s`".formatted(arn.resource(), arn.region());
    if (wish.abilities().contains(Ability.PLAIN)) {
      draft.need("InvokeModel or Converse", target, provisioned(arn, Operation.INVOKE_MODEL));
    }
    if (wish.abilities().contains(Ability.STREAM)) {
      draft.need(
          "InvokeModelWithResponseStream or ConverseStream",
          target,
          provisioned(arn, Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM));
    }
  }

  private static RequiredAuthorization provisioned(Arn arn, Operation operation) {
    return new RequiredAuthorization(
        operation.action(),
        arn.toString(),
        Map.of(REGION_KEY, arn.region()),
        "the provisioned throughput that is called");
  }

  /// API keys on calls in `region`.
  void apiKeys(String region) {
    for (var type : wish.apiKeys()) {
      draft.need(
          "a call",
          "with a %s API key in `%s`".formatted(words(type), region),
          new RequiredAuthorization(
              "bedrock:CallWithBearerToken",
              "*",
              Map.of(REGION_KEY, region, "bedrock:BearerTokenType", type.name()),
              "the API key itself"));
    }
  }

  /// `short-term`, `long-term`.
  static String words(BearerToken type) {
    return type == BearerToken.SHORT_TERM ? "short-term" : "long-term";
  }

  /// The guardrail on calls in its region, and where its profile may check them. Source: Amazon
  /// Bedrock User Guide, "Permissions for using cross-Region inference with Amazon Bedrock
  /// Guardrails", read 2026-11.
  void guardrail(Arn arn, String profile, Iterable<String> destinations) {
    var target = "with guardrail `%s` in `%s`".formatted(arn.resourceId(), arn.region());
    apply(target, arn, arn.region(), "the guardrail on the call");
    for (var destination : destinations) {
      var there =
          new Arn(
              arn.partition(),
              arn.service(),
              destination,
              arn.account(),
              "guardrail-profile/" + profile);
      apply(
          target,
          there,
          destination,
          destination.equals(arn.region())
              ? "the guardrail's profile in the called region"
              : "the guardrail's profile in destination " + destination);
    }
  }

  private void apply(String target, Arn resource, String region, String why) {
    draft.need(
        "a call",
        target,
        new RequiredAuthorization(
            "bedrock:ApplyGuardrail", resource.toString(), Map.of(REGION_KEY, region), why));
  }
}
