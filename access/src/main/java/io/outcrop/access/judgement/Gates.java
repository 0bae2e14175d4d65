package io.outcrop.access.judgement;

import io.outcrop.access.prediction.Gate;
import io.outcrop.causes.catalogue.Cause;
import java.util.Set;

/// At which check a cause refuses a call: by its family.
final class Gates {
  /// AWS may say the same where nobody has asked for the model and where it does not open it.
  private static final Set<String> NO_ACCESS =
      Set.of("model-access-not-enabled", "model-restricted-for-account");

  private Gates() {}

  static Gate of(Cause cause) {
    return switch (cause.family()) {
      case "A", "I" -> Gate.CREDENTIALS;
      case "B", "C" -> Gate.SIGNATURE;
      case "D" -> Gate.IAM;
      case "E" ->
          switch (cause.slug()) {
            case "anthropic-use-case-form" -> Gate.FORM;
            case "marketplace-permissions" -> Gate.MARKETPLACE;
            default -> Gate.AGREEMENT;
          };
      case "F" ->
          cause.slug().equals("model-end-of-life") || cause.slug().equals("model-legacy-inactive")
              ? Gate.LIFECYCLE
              : Gate.MODEL_ID;
      case "H" -> Gate.QUOTA;
      default -> cause.slug().equals("account-risk-score") ? Gate.AGREEMENT : Gate.BODY;
    };
  }

  /// Whether AWS says the same to both.
  static boolean sameKind(String one, String other) {
    var shape = denialShape(one);
    return one.equals(other)
        || (!shape.isEmpty() && shape.equals(denialShape(other)))
        || (NO_ACCESS.contains(one) && NO_ACCESS.contains(other));
  }

  /// Whether both are denials, and AWS's sentence says another layer or effect for each.
  static boolean differ(String one, String other) {
    return !denialShape(one).isEmpty()
        && !denialShape(other).isEmpty()
        && !denialShape(one).equals(denialShape(other));
  }

  /// Which kind of policy denies, and whether a Deny matched: what AWS's sentence says. Causes that
  /// differ only in what the sentence does not say have the same shape. Empty for causes that are
  /// no denial of a policy.
  static String denialShape(String slug) {
    return switch (slug) {
      case "iam-no-identity-policy-allow",
          "iam-missing-stream-action",
          "iam-missing-inference-profile-arn",
          "iam-missing-destination-region-fm-arn",
          "iam-allow-conditional-not-met",
          "wrong-principal-used" ->
          "identity implicit";
      case "identity-explicit-deny",
          "identity-deny-region-condition",
          "identity-deny-global-profile",
          "key-quarantined" ->
          "identity explicit";
      case "scp-explicit-deny", "scp-region-block-cross-region", "scp-deny-global-profile" ->
          "scp explicit";
      case "scp-no-allow",
          "rcp-explicit-deny",
          "vpce-policy-no-allow",
          "vpce-policy-explicit-deny",
          "permissions-boundary-no-allow",
          "permissions-boundary-explicit-deny",
          "session-policy-no-allow",
          "session-policy-explicit-deny" ->
          slug;
      default -> "";
    };
  }

  /// What a denial that AWS's words tell as `slug` is if the plain call over the same route is let
  /// through: neither the model nor a region on the way is denied, but the action.
  static String ofStreamAlone(String slug) {
    return switch (denialShape(slug)) {
      case "identity implicit" -> "iam-missing-stream-action";
      case "identity explicit" -> slug.equals("key-quarantined") ? slug : "identity-explicit-deny";
      case "scp explicit" -> "scp-explicit-deny";
      default -> slug;
    };
  }
}
