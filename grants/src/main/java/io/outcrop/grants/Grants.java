package io.outcrop.grants;

import io.outcrop.aws.Arn;
import java.util.List;
import java.util.Map;

/// What calls to Claude need. Stateless and safe for many threads. Source: Amazon Bedrock User
/// Guide, "Prerequisites for inference profiles", "Geographic cross-Region inference", "Global
/// cross-Region inference", read 2026-10.
public final class Grants {
  private static final String SUBSCRIBE = "aws-marketplace:Subscribe";
  private static final String PRODUCT = "aws-marketplace:ProductId";
  private static final String CALLED_VIA = "aws:CalledViaLast";
  private static final String BEDROCK = "bedrock.amazonaws.com";

  private Grants() {}

  /// Every authorisation that `call` needs, in the order in which AWS asks: bearer token, profile,
  /// the model in the called region, in every destination, without region for global, guardrail.
  /// CountTokens is asked for the model in the called region alone, whatever the route.
  public static List<RequiredAuthorization> required(ModelCall call) {
    return new Authorizations(call).all();
  }

  /// The narrowest policy that gives all that `calls` need. Models behind a profile are granted for
  /// calls through that profile only. Deterministic: the order of `calls` makes no difference, nor
  /// does a call that is there twice. Without calls the policy has no statement.
  public static LeastPolicy leastPolicy(List<ModelCall> calls) {
    return LeastPolicy.of(
        statements(calls.stream().flatMap(call -> needs(call).stream()).toList()));
  }

  /// The fewest statements that give exactly what `needs` asks for: a statement joins what can be
  /// joined without adding access. Deterministic, whatever the order of `needs`. Statements on one
  /// topic have one Sid: [#numbered] tells them apart, once it is settled which stand together.
  public static List<LeastStatement> statements(List<Need> needs) {
    return Statements.of(needs);
  }

  /// These statements with a number behind each Sid that stands twice: `Name`, `NameNo2`.
  public static List<LeastStatement> numbered(List<LeastStatement> statements) {
    return Statements.numbered(statements);
  }

  /// What the first use of a model that is sold through AWS Marketplace needs besides; the account
  /// needs it once, in any region. Bedrock subscribes in the caller's name.
  /// `aws-marketplace:Unsubscribe` is needed to leave only. `productId` may be empty if nobody
  /// knows it. Source: Amazon Bedrock User Guide, "Access Amazon Bedrock foundation models", read
  /// 2026-10.
  public static List<RequiredAuthorization> firstUse(String productId) {
    return firstUse(productId, BEDROCK);
  }

  /// The same where `service` subscribes: `bedrock-mantle.amazonaws.com` for calls to that
  /// endpoint. Source: AWS managed policy AmazonBedrockLimitedAccess v9, read 2026-08.
  public static List<RequiredAuthorization> firstUse(String productId, String service) {
    return List.of(
        new RequiredAuthorization(
            "aws-marketplace:ViewSubscriptions",
            "*",
            Map.of(CALLED_VIA, service),
            "see whether a subscription exists"),
        new RequiredAuthorization(
            SUBSCRIBE,
            "*",
            productId.isEmpty()
                ? Map.of(CALLED_VIA, service)
                : Map.of(CALLED_VIA, service, PRODUCT, productId),
            "subscribe the account to the model's product"));
  }

  /// What it needs to end the subscription that [#firstUse] made.
  public static RequiredAuthorization unsubscribing() {
    return new RequiredAuthorization(
        "aws-marketplace:Unsubscribe",
        "*",
        Map.of(CALLED_VIA, BEDROCK),
        "end the account's subscription to the model's product");
  }

  /// The narrowest policy that gives what [#firstUse] needs: through Bedrock only, and Subscribe
  /// for this product only, if it is known. A subscription *is* what Subscribe makes; the model is
  /// then paid for by use. The product narrows Subscribe alone: ViewSubscriptions does not know it.
  public static LeastPolicy firstUsePolicy(String productId) {
    return LeastPolicy.of(
        statements(
            firstUse(productId).stream()
                .map(needed -> new Need("first use", "of a model", needed))
                .toList()));
  }

  /// The ARN of a guardrail without the version behind it.
  public static String withoutVersion(String guardrailArn) {
    return Arn.parse(guardrailArn)
        .filter(arn -> arn.resource().indexOf(':') >= 0)
        .map(_ -> guardrailArn.substring(0, guardrailArn.lastIndexOf(':')))
        .orElse(guardrailArn);
  }

  private static List<Need> needs(ModelCall call) {
    var target = "with `%s` in `%s`".formatted(call.route().id(), call.route().region());
    return required(call).stream()
        .map(needed -> new Need(call.operation().api(), target, needed))
        .toList();
  }
}
