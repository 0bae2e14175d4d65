package io.outcrop.access.prediction;

import io.outcrop.aws.Arn;
import java.util.List;
import java.util.Optional;

/// Names the cause of a denial: by its layer, by whether a Deny matched, and by which resource of
/// the call it hit.
final class DenialSlugs {
  /// Which resource of a call was denied.
  private enum Hit {
    CALLED_REGION,
    OTHER_REGION,
    NO_REGION,
    PROFILE,
    GLOBAL_PROFILE
  }

  /// How AWS names the policies that it attaches to a user whose key it found in public. Source:
  /// AWS Managed Policy Reference Guide, "AWSCompromisedKeyQuarantineV3", read 2026-11.
  private static final String QUARANTINE = ":iam::aws:policy/AWSCompromisedKeyQuarantine";

  private final String region;

  DenialSlugs(String region) {
    this.region = region;
  }

  /// The cause where no identity policy allows an action that has a cause of its own.
  static Optional<String> ofAction(Denial denial) {
    return switch (denial.need().action()) {
      case "bedrock:CallWithBearerToken", "bedrock-mantle:CallWithBearerToken" ->
          Optional.of("api-key-call-denied");
      case "bedrock-mantle:CreateInference" -> Optional.of("iam-mantle-action-missing");
      case "bedrock:GetInferenceProfile" -> Optional.of("iam-get-inference-profile-denied");
      case "bedrock:ListFoundationModels" -> Optional.of("iam-list-models-denied");
      case "bedrock:ApplyGuardrail" -> Optional.of("iam-apply-guardrail-denied");
      default -> Optional.empty();
    };
  }

  /// The cause of an explicit denial.
  ///
  /// @param everywhere whether the same statements also deny the model's own ARN in the called
  ///   region: then the resource's shape is not the reason
  String explicit(Denial denial, boolean everywhere) {
    if (isQuarantine(denial)) {
      return "key-quarantined";
    }
    var hit = everywhere ? Hit.CALLED_REGION : hit(denial);
    return switch (denial.layer()) {
      case RESOURCE -> ofAction(denial).orElse("identity-explicit-deny");
      case IDENTITY ->
          switch (hit) {
            case NO_REGION, OTHER_REGION -> "identity-deny-region-condition";
            case GLOBAL_PROFILE -> "identity-deny-global-profile";
            case CALLED_REGION, PROFILE -> "identity-explicit-deny";
          };
      case SCP ->
          switch (hit) {
            case NO_REGION, GLOBAL_PROFILE -> "scp-deny-global-profile";
            case OTHER_REGION -> "scp-region-block-cross-region";
            case CALLED_REGION, PROFILE -> "scp-explicit-deny";
          };
      case RCP -> "rcp-explicit-deny";
      case ENDPOINT -> "vpce-policy-explicit-deny";
      case BOUNDARY -> "permissions-boundary-explicit-deny";
      case SESSION -> "session-policy-explicit-deny";
    };
  }

  /// The cause of an implicit denial outside identity policies.
  static String implicit(Denial denial) {
    return switch (denial.layer()) {
      case SCP -> "scp-no-allow";
      case RCP -> "rcp-explicit-deny";
      case ENDPOINT -> "vpce-policy-no-allow";
      case BOUNDARY -> "permissions-boundary-no-allow";
      case SESSION -> "session-policy-no-allow";
      case IDENTITY, RESOURCE -> ofAction(denial).orElse("iam-no-identity-policy-allow");
    };
  }

  /// The cause where no identity policy allows the first of `denials`, all of one call.
  ///
  /// @param otherAllowed whether identity policies do allow another resource of the same call, or
  ///   the model's own ARN
  /// @param conditional whether they would allow it if their conditions held
  String noAllow(List<Denial> denials, boolean otherAllowed, boolean conditional) {
    if (conditional) {
      return "iam-allow-conditional-not-met";
    }
    if (!otherAllowed) {
      return "iam-no-identity-policy-allow";
    }
    return switch (hit(denials.getFirst())) {
      case PROFILE, GLOBAL_PROFILE -> "iam-missing-inference-profile-arn";
      case OTHER_REGION, NO_REGION -> "iam-missing-destination-region-fm-arn";
      case CALLED_REGION -> "iam-no-identity-policy-allow";
    };
  }

  private static boolean isQuarantine(Denial denial) {
    return denial.statements().stream().anyMatch(ref -> ref.policy().arn().contains(QUARANTINE));
  }

  private Hit hit(Denial denial) {
    var arn = Arn.parse(denial.need().resource());
    if (arn.isEmpty()) {
      return Hit.CALLED_REGION;
    }
    if (arn.get().resourceType().endsWith("inference-profile")) {
      return arn.get().resourceId().startsWith("global.") ? Hit.GLOBAL_PROFILE : Hit.PROFILE;
    }
    if (arn.get().region().isEmpty()) {
      return Hit.NO_REGION;
    }
    return arn.get().region().equals(region) ? Hit.CALLED_REGION : Hit.OTHER_REGION;
  }
}
