package io.outcrop.access.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Finding;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.quota.Quota.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quotas, regions and data retention, judged.
final class AccountGatesJudgedTest {
  private static final Judge JUDGE = new Judge(CauseCatalogue.shipped(), ModelCatalogue.shipped());
  private static final String TINY = "throttle-quota-zero-or-low";
  private static final String FABLE = "us.anthropic.claude-fable-5-1";

  private static Examination judge(Scene scene) {
    return JUDGE.judge(
        scene
            .identityPolicy(
                "claude",
                """
                {"Version":"2012-10-17","Statement":[
                  {"Sid":"Claude","Effect":"Allow","Action":"bedrock:Invoke*","Resource":"*"}]}\
                """)
            .seen());
  }

  private static List<String> slugs(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  private static Finding root(Examination examination) {
    return examination.findings().getFirst();
  }

  /// Of a thousand requests and a million tokens a minute, so many are applied.
  private static Scene quotas(long requests, long tokens) {
    return new Scene()
        .quota(Kind.REQUESTS_PER_MINUTE, requests, 1_000)
        .quota(Kind.TOKENS_PER_MINUTE, tokens, 1_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "'Too many requests, please wait before trying again.', 1000, 1000000,"
        + " throttle-requests-per-minute",
    "'Too many requests, please wait before trying again.', 2, 1000000, " + TINY,
    "'Too many requests, please wait before trying again.', 1000, 5000,"
        + " throttle-requests-per-minute",
    "'Too many tokens, please wait before trying again.', 1000, 1000000,"
        + " throttle-tokens-per-minute",
    "'Too many tokens, please wait before trying again.', 2, 1000000, throttle-tokens-per-minute",
    "'Too many tokens, please wait before trying again.', 1000, 99999, " + TINY,
    "'Too many tokens, please wait before trying again.', 1000, 100000,"
        + " throttle-tokens-per-minute",
    "'Too many tokens, please wait before trying again.', 1000, 0, " + TINY,
  })
  void awsSaysWhatItCountsAndTheQuotaWhetherAnythingCouldBe(
      String sentence, long requests, long tokens, String cause) {
    var examination = judge(quotas(requests, tokens).both(429, "ThrottlingException", sentence));

    assertThat(slugs(examination)).containsExactly(cause);
  }

  @Test
  void aThrottleWithoutWordsIsOfWhateverIsTiny() {
    var examination = judge(quotas(1_000, 100).both(429, "ThrottlingException", ""));

    assertThat(slugs(examination)).containsExactly(TINY);
  }

  @Test
  void zeroIsForetoldAndNothingIsForetoldOfLittle() {
    assertThat(slugs(judge(quotas(0, 1_000_000).probing(Probing.NONE)))).containsExactly(TINY);
    assertThat(judge(quotas(1, 9).probing(Probing.NONE)).findings()).isEmpty();
  }

  @Test
  void aQuotaBelowWhatTheSmallestCallReservesIsOneOfZero() {
    var root = root(judge(quotas(1, 8).probing(Probing.NONE)));

    assertThat(root.cause().slug()).isEqualTo(TINY);
    assertThat(root.sentence()).contains("the smallest reserves 9 when it begins");
  }

  @Test
  void anAnswerSpeaksAgainstZero() {
    var scene = quotas(0, 1_000_000).probing(Probing.PAID).answered();

    assertThat(judge(scene).status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void awsIsAskedForItsOwnDefault() {
    var cure = root(judge(quotas(0, 1_000_000).probing(Probing.NONE))).cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes())
        .containsExactly(
            new Change.RequestQuota(
                "L-8DBF1BF4", "Cross-region model inference requests per minute", "0", "1000"));
  }

  @ParameterizedTest
  @CsvSource({
    "default, data-retention-mode-required",
    "none, data-retention-mode-required",
    "aws_review, ''",
    "provider_data_share, ''",
    "inherit, ''",
    "a_mode_of_tomorrow, ''",
  })
  void theModeIsForetoldToBeInTheWayWhereItsRankIsKnown(String mode, String cause) {
    var scene = new Scene().model(FABLE).at("2026-11-20T09:00:00Z").retention(mode);
    var examination = judge(scene.probing(Probing.NONE));

    assertThat(slugs(examination)).isEqualTo(cause.isEmpty() ? List.of() : List.of(cause));
  }

  @Test
  void whatTheAccountInheritsIsReplacedByWhatTheModelAsksFor() {
    var examination =
        judge(
            new Scene()
                .model(FABLE)
                .at("2026-11-20T09:00:00Z")
                .retention("inherit")
                .both(
                    400,
                    "ValidationException",
                    "The model returned following errors: data retention mode 'default' is not"
                        + " available for this model"));

    assertThat(slugs(examination)).containsExactly("data-retention-mode-required");
    assertThat(root(examination).cures().getFirst().changes())
        .containsExactly(new Change.SetDataRetention("us-east-1", "inherit", "aws_review"));
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLED, region-not-opted-in",
    "ENABLING, region-not-opted-in",
    "ENABLED, ''",
    "ENABLED_BY_DEFAULT, ''",
    "DISABLING, ''",
  })
  void aRegionThatIsNotOnTakesNoSignature(String status, String cause) {
    var examination = judge(new Scene().optIn(status).probing(Probing.NONE));

    assertThat(slugs(examination)).isEqualTo(cause.isEmpty() ? List.of() : List.of(cause));
  }
}
