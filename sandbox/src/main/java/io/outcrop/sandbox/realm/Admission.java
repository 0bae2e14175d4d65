package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What AWS itself holds against an account, or has granted it by hand.
///
/// @param block whether AWS has blocked it from calling models
/// @param granted ids of models that AWS opens to chosen accounts only and has opened to this one
/// @param refused when AWS Marketplace refused it a model for want of permission, by model id
/// @param marketplaceProblem why AWS Marketplace refuses its subscriptions, as it says it:
///   `INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided.`; empty for nothing
public record Admission(
    Block block, List<String> granted, Map<String, Instant> refused, String marketplaceProblem) {
  /// Nothing held against it, nothing granted.
  public static final Admission USUAL = new Admission(Block.NONE, List.of(), Map.of(), "");

  public Admission {
    granted = List.copyOf(granted);
    refused = Realm.ordered(refused);
  }

  /// How an account is blocked.
  public enum Block {
    NONE,
    /// `Operation not allowed`: AWS has still to verify the account.
    OPERATION_NOT_ALLOWED,
    /// `Your account is not authorized to invoke this API operation.`
    ACCOUNT_NOT_AUTHORIZED,
    /// `Your account is currently being verified.`
    BEING_VERIFIED,
    /// `Your account is not authorized to access this model.`: AWS's own rating stops it.
    RISK_SCORE
  }

  /// After AWS Marketplace refused it `model` at `at`.
  public Admission refused(String model, Instant at) {
    var changed = new LinkedHashMap<>(refused);
    changed.put(model, at);
    return new Admission(block, granted, changed, marketplaceProblem);
  }
}
