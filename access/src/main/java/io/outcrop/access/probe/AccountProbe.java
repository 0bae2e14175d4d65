package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.call.Bedrock;

/// Looks at the account's standing with a model.
final class AccountProbe {
  private final Bedrock bedrock;
  private final String modelId;

  AccountProbe(Bedrock bedrock, String modelId) {
    this.bedrock = bedrock;
    this.modelId = modelId;
  }

  AccountSeen look(Together together) {
    var models =
        together.look(
            "bedrock:ListFoundationModels",
            () -> Observation.of("bedrock:ListFoundationModels", bedrock.listFoundationModels()));
    var profiles =
        together.look(
            "bedrock:ListInferenceProfiles",
            () -> Observation.of("bedrock:ListInferenceProfiles", bedrock.listInferenceProfiles()));
    var availability = together.look("bedrock:GetFoundationModelAvailability", this::availability);
    var form = together.look("bedrock:GetUseCaseForModelAccess", this::form);
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
