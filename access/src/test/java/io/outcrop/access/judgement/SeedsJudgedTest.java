package io.outcrop.access.judgement;

import static io.outcrop.access.judgement.Scenes.PLAIN_ONLY;
import static io.outcrop.access.judgement.Scenes.SONNET;
import static io.outcrop.access.judgement.Scenes.SONNET_V2;
import static io.outcrop.access.judgement.Scenes.explicitlyDenied;
import static io.outcrop.access.judgement.Scenes.granted;
import static io.outcrop.access.judgement.Scenes.judge;
import static io.outcrop.access.judgement.Scenes.notGranted;
import static io.outcrop.access.judgement.Scenes.poet;
import static io.outcrop.access.judgement.Scenes.slugs;
import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Finding;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.catalogue.Cause.Applicability;
import org.junit.jupiter.api.Test;

/// The five seeds' scenes, judged; observations are written by hand.
final class SeedsJudgedTest {
  @Test
  void aCallThatIsLetThroughIsHealthy() {
    var examination = judge(granted());

    assertThat(examination.findings()).isEmpty();
    assertThat(examination.status()).isEqualTo(Status.HEALTHY);
    assertThat(examination.stages()).hasSize(8);
  }

  @Test
  void nothingAllowsAndThenAProfileIsNeeded() {
    var examination = judge(notGranted());

    assertThat(slugs(examination))
        .containsExactly("iam-no-identity-policy-allow", "on-demand-not-supported");
    assertThat(examination.root())
        .get()
        .extracting(Finding::confidence)
        .isEqualTo(Confidence.CERTAIN);
    assertThat(examination.status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void theGrantIsForTheProfileThatTheModelNeeds() {
    var examination = judge(notGranted());

    var cure = examination.findings().get(0).cures().getFirst();
    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes()).singleElement().isInstanceOf(Change.PutInlinePolicy.class);
    assertThat(((Change.PutInlinePolicy) cure.changes().getFirst()).after().toString())
        .contains(":inference-profile/us." + SONNET_V2, "bedrock:InvokeModelWithResponseStream");
    var mended = examination.findings().get(1).cures().getFirst();
    assertThat(mended.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.SetEnvVariable.class,
            change -> assertThat(change.after()).isEqualTo("us." + SONNET_V2));
  }

  @Test
  void anIdFromTheCommandLineIsSaidAndNotMended() {
    var cure = judge(notGranted().origin("--model")).findings().get(1).cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.NEEDS_VALUES);
    assertThat(cure.changes()).isEmpty();
    assertThat(cure.title()).contains("us." + SONNET_V2);
  }

  @Test
  void nobodySignsAndTheIdIsWrong() {
    var examination =
        judge(new Scene().model("anthropic.claude-sonnet-4-5-v1:0").nobody("voice-assistant"));

    assertThat(slugs(examination)).containsExactly("no-credentials", "invalid-model-id-suffix");
    assertThat(examination.root())
        .get()
        .extracting(Finding::confidence)
        .isEqualTo(Confidence.CERTAIN);
    assertThat(examination.findings())
        .extracting(finding -> finding.cures().getFirst().applicability())
        .containsOnly(Applicability.AUTOMATIC);
    assertThat(examination.findings().getFirst().cures().getFirst().changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.SetEnvVariable.class,
            change -> assertThat(change.after()).isEqualTo("voice-assistant"));
  }

  @Test
  void twoProfilesAreAPersonsChoice() {
    var cure = judge(new Scene().nobody("one", "two")).findings().getFirst().cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.NEEDS_VALUES);
    assertThat(cure.changes()).isEmpty();
  }

  @Test
  void theMarketplaceAnswersFirstAndStreamingIsDeniedNext() {
    var examination = judge(poet());

    assertThat(slugs(examination))
        .containsExactly("marketplace-permissions", "iam-missing-stream-action");
    assertThat(examination.findings())
        .extracting(Finding::confidence)
        .containsOnly(Confidence.CERTAIN);
  }

  @Test
  void oneGrantHoldsWhatSeveralFindingsNeed() {
    var changes =
        judge(poet()).findings().stream()
            .map(finding -> finding.cures().getFirst().changes())
            .distinct()
            .toList();

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().getFirst().toString())
        .contains("aws-marketplace:Subscribe", "bedrock:InvokeModelWithResponseStream")
        .doesNotContain("\"bedrock:InvokeModel\"");
  }

  @Test
  void anInactiveKeyIsCertain() {
    var examination =
        judge(
            granted()
                .keyIs("Inactive")
                .both(
                    403,
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));

    assertThat(slugs(examination)).containsExactly("credentials-invalid");
    assertThat(examination.root().orElseThrow().sentence()).contains("is inactive");
    assertThat(examination.root().orElseThrow().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(examination.root().orElseThrow().cures().getFirst().changes())
        .singleElement()
        .isInstanceOf(Change.ActivateAccessKey.class);
  }

  @Test
  void aTemporaryKeyWithoutTokenIsThatAndNotAnInvalidOne() {
    var examination =
        judge(
            granted()
                .temporaryKeyWithoutToken()
                .both(
                    403,
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));

    assertThat(slugs(examination)).first().isEqualTo("missing-session-token");
  }

  @Test
  void behindADenyTheAllowIsMissingToo() {
    assertThat(slugs(judge(explicitlyDenied())))
        .containsExactly("identity-explicit-deny", "iam-no-identity-policy-allow");
  }

  @Test
  void aDenyIsNarrowedAndNotRemoved() {
    var cure = judge(explicitlyDenied()).findings().getFirst().cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.PutInlinePolicy.class,
            change -> {
              assertThat(change.name()).isEqualTo("guardrails");
              assertThat(change.after().toString()).contains("NotResource", SONNET);
            });
  }

  @Test
  void todayTheLifeOfTheModelIsOverBesides() {
    var examination = judge(explicitlyDenied().at("2026-11-20T00:00:00Z"));

    assertThat(slugs(examination))
        .containsExactly(
            "identity-explicit-deny", "iam-no-identity-policy-allow", "model-end-of-life");
    assertThat(examination.findings().getLast().cures().getFirst().applicability())
        .isEqualTo(Applicability.NEEDS_VALUES);
  }

  @Test
  void aModelAtItsEndIsReplacedByOneThatLives() {
    var examination =
        judge(
            new Scene()
                .model(SONNET)
                .at("2026-11-20T00:00:00Z")
                .identityPolicy("claude", PLAIN_ONLY.replace("InvokeModel", "InvokeModel*"))
                .both(
                    404,
                    "ResourceNotFoundException",
                    "This model version has reached the end of its life. Please refer to the AWS"
                        + " documentation for more details."));

    assertThat(slugs(examination)).containsExactly("model-end-of-life");
    var cure = examination.root().orElseThrow().cures().getFirst();
    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes()).hasAtLeastOneElementOfType(Change.SetEnvVariable.class);
    assertThat(cure.changes()).hasAtLeastOneElementOfType(Change.PutInlinePolicy.class);
  }
}
