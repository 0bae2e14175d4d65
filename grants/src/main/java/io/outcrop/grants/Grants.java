package io.outcrop.grants;

import java.util.ArrayList;
import java.util.HashMap;
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
    var policy = new PolicyWriter();
    calls.stream().map(Authorizations::new).forEach(needed -> policy.grant(needed.grants()));
    return policy.written();
  }

  /// What the first use of a model that is sold through AWS Marketplace needs besides; the account
  /// needs it once, in any region. Bedrock subscribes in the caller's name.
  /// `aws-marketplace:Unsubscribe` is needed to leave only. `productId` may be empty if nobody
  /// knows it. Source: Amazon Bedrock User Guide, "Access Amazon Bedrock foundation models", read
  /// 2026-10.
  public static List<RequiredAuthorization> firstUse(String productId) {
    var product = productId.isEmpty() ? Map.<String, String>of() : Map.of(PRODUCT, productId);
    return List.of(
        marketplace(
            "aws-marketplace:ViewSubscriptions", Map.of(), "see whether a subscription exists"),
        marketplace(SUBSCRIBE, product, "subscribe the account to the model's product"));
  }

  /// The narrowest policy that gives what [#firstUse] needs: through Bedrock only, and Subscribe
  /// for this product only, if it is known. A subscription *is* what Subscribe makes; the model is
  /// then paid for by use. The product narrows Subscribe alone: ViewSubscriptions does not know it.
  public static LeastPolicy firstUsePolicy(String productId) {
    var policy = new PolicyWriter();
    var grants = new ArrayList<Grant>();
    for (var needed : firstUse(productId)) {
      var conditions = new ArrayList<Condition>();
      conditions.add(new Condition("StringEquals", CALLED_VIA, BEDROCK));
      if (needed.context().containsKey(PRODUCT)) {
        conditions.add(new Condition("ForAnyValue:StringEquals", PRODUCT, productId));
      }
      grants.add(
          new Grant(
              Grant.Part.MARKETPLACE,
              needed.action(),
              needed.resource(),
              conditions,
              needed.why()));
    }
    policy.grant(grants);
    return policy.written();
  }

  private static RequiredAuthorization marketplace(
      String action, Map<String, String> context, String why) {
    var all = new HashMap<>(context);
    all.put(CALLED_VIA, BEDROCK);
    return new RequiredAuthorization(action, "*", all, why);
  }
}
