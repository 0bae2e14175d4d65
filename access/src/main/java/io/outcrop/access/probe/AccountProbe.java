package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.examination.Scope;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.call.Bedrock;
import java.util.List;

/// Looks at the account's standing with a model.
final class AccountProbe {
  private final Bedrock bedrock;
  private final String modelId;

  AccountProbe(Bedrock bedrock, String modelId) {
    this.bedrock = bedrock;
    this.modelId = modelId;
  }

  /// @param whose what the region's lists and the form are the same for
  AccountSeen look(Round round, Object whose, Scope scope) {
    if (!scope.has("account") && !scope.has("model")) {
      return AccountSeen.skipped(Probes.NOT_ASKED);
    }
    var models =
        round.once(
            whose,
            "bedrock:ListFoundationModels",
            () -> Observation.of("bedrock:ListFoundationModels", bedrock.listFoundationModels()));
    var profiles =
        round.once(
            whose,
            "bedrock:ListInferenceProfiles",
            () -> Observation.of("bedrock:ListInferenceProfiles", bedrock.listInferenceProfiles()));
    var availability =
        round.once(
            List.of(whose, modelId), "bedrock:GetFoundationModelAvailability", this::availability);
    var form = round.once(whose, "bedrock:GetUseCaseForModelAccess", this::form);
    return new AccountSeen(models.seen(), profiles.seen(), availability.seen(), form.seen());
  }

  private Observation<Bedrock.Availability> availability() {
    return modelId.isEmpty()
        ? new Observation.Skipped<>("it is not known which model is meant")
        : Observation.of("bedrock:GetFoundationModelAvailability", bedrock.availability(modelId));
  }

  private Observation<Boolean> form() {
    var operation = "bedrock:GetUseCaseForModelAccess";
    var form = Observation.of(operation, bedrock.useCaseForm());
    if (form instanceof Observation.Refused<?>(var called, AwsError error, var _)
        && error.code().startsWith("ResourceNotFound")) {
      return new Observation.Succeeded<>(false, called);
    }
    return form.map(_ -> true);
  }
}
