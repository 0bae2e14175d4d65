package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Scope;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.client.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the user's client really calls is what is probed and predicted.
final class CallsAskedTest {
  @TempDir Path folder;

  private static ExaminationRequest calling(
      ExaminationRequest request, ClientCall call, @Nullable String model) {
    var scoped = request.within(Scope.ALL.of(call));
    return model == null
        ? scoped
        : scoped.of(new Setting("BEDROCK_MODEL_ID", model, "test"), request.region());
  }

  private Examination examine(String world, String call, @Nullable String model, Probing probing) {
    try (var living = InWorld.create(folder.resolve(probing.name()), world)) {
      return InWorld.doctor()
          .examine(
              calling(living.request(), ClientCall.named(call).orElseThrow(), model)
                  .probing(probing));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "invoke,",
    "converse,",
    "messages,",
    "mantle, anthropic.claude-opus-5",
    "count-tokens, anthropic.claude-sonnet-4-6",
    "get-inference-profile,",
    "list-models,",
  })
  void whateverIsCalledHealthyIsHealthy(String call, @Nullable String model) {
    for (var probing : Probing.values()) {
      var examination = examine("healthy", call, model, probing);

      assertThat(examination.findings()).as(probing + " " + examination.notes()).isEmpty();
      assertThat(examination.status()).as(probing.name()).isEqualTo(Status.HEALTHY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iam-mantle-action-missing, mantle,, iam-mantle-action-missing",
    "iam-get-inference-profile-denied, get-inference-profile,, iam-get-inference-profile-denied",
    "iam-list-models-denied, list-models,, iam-list-models-denied",
    "api-key-call-denied, invoke,, api-key-call-denied",
    "api-key-call-denied, converse,, api-key-call-denied",
    "api-key-call-denied, messages,, api-key-call-denied",
    "seed-c, converse,, marketplace-permissions",
    "seed-e, converse,, identity-explicit-deny",
    "scp-explicit-deny, converse,, scp-explicit-deny",
    "iam-missing-stream-action, converse,, iam-missing-stream-action",
    "iam-missing-stream-action, messages,, iam-missing-stream-action",
    "healthy, count-tokens, us.anthropic.claude-sonnet-4-6, request-validation-failed",
    "healthy, mantle, us.anthropic.claude-sonnet-5-5, mantle-model-not-in-region",
  })
  void theRootIsCertainWherePredictionAndAnswerAgree(
      String world, String call, @Nullable String model, String root) {
    var found = examine(world, call, model, Probing.FREE).root();

    assertThat(found).map(finding -> finding.cause().slug()).contains(root);
    assertThat(found).map(Finding::confidence).contains(Confidence.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "api-key-expired, invoke, api-key-expired",
    "api-key-expired, converse, api-key-expired",
    "api-key-invalid, converse, api-key-invalid",
    "api-key-malformed, messages, api-key-malformed",
    "mantle-model-not-in-region, mantle, mantle-model-not-in-region",
    "healthy, messages, mantle-wrong-route",
  })
  void theRootIsNamedByAwsOwnWords(String world, String call, String root) {
    var model =
        root.equals("mantle-wrong-route") ? "us.anthropic.claude-sonnet-4-5-20250929-v1:0" : null;
    assertThat(examine(world, call, model, Probing.FREE).root())
        .map(finding -> finding.cause().slug())
        .contains(root);
  }

  @ParameterizedTest
  @CsvSource({
    "iam-mantle-action-missing, mantle",
    "iam-get-inference-profile-denied, get-inference-profile",
    "api-key-call-denied, invoke",
  })
  void whatIsMissingIsGrantedForThatCall(String world, String call) {
    try (var living = InWorld.create(folder.resolve("world"), world)) {
      var request = calling(living.request(), ClientCall.named(call).orElseThrow(), null);
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      assertThat(plan.steps()).isNotEmpty();
      var _ = fixer.apply(plan, request);

      var after = InWorld.doctor().examine(request);

      assertThat(after.status()).as(after.findings().toString()).isEqualTo(Status.HEALTHY);
    }
  }
}
