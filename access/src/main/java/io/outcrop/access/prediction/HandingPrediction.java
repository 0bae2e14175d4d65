package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Handing;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import java.util.List;
import java.util.Map;

/// Whether whoever deploys may hand the role that calls to the service that is to be it. No call to
/// a model needs that: it is found beside the call. Source: IAM User Guide, "Grant a user
/// permissions to pass a role to an AWS service", read 2026-11.
public final class HandingPrediction {
  /// The action that is asked for.
  public static final String ACTION = "iam:PassRole";

  /// IAM is asked in its own region.
  private static final String HOME = "us-east-1";

  private HandingPrediction() {}

  /// What keeps the deployer from it, for each service; none if nothing does for certain.
  public static List<Refusal> of(Observations seen) {
    return seen.path().handing() instanceof Observation.Succeeded<Handing>(var handing, var _)
        ? handing.services().stream()
            .flatMap(service -> refusal(handing, service).stream())
            .toList()
        : List.of();
  }

  private static List<Refusal> refusal(Handing handing, String service) {
    var need =
        new RequiredAuthorization(
            ACTION,
            handing.role(),
            Map.of("iam:PassedToService", service, "aws:RequestedRegion", HOME),
            "the role that the service acts as");
    // the operation is what the role is wanted for; it has no say
    var denials = Denials.certain(handing.deployer()).of(Operation.INVOKE_MODEL, need);
    if (denials.isEmpty()) {
      return List.of();
    }
    var words = new DenialWords(handing.deployer());
    return List.of(
        new Refusal(
            Gate.IAM,
            "iam-passrole-denied",
            false,
            false,
            "whoever deploys may not hand the role to `%s`: %s"
                .formatted(service, words.sentence(denials.getFirst())),
            denials.stream().map(words::evidence).distinct().toList(),
            new Ground.Denied(denials)));
  }
}
