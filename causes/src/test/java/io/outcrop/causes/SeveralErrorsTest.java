package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.ModelCatalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Several errors in one text, or several ids beside one: each error has the region and the model
/// that stand nearest to it.
class SeveralErrorsTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  private static final String TWO_ERRORS =
      """
      10:00:01 INFO  starting, region=us-west-2
      10:00:02 ERROR POST https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-sonnet-4-6/converse
      ValidationException: Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn't supported.
      10:00:09 INFO  next candidate, fallback to another account, all of its settings are read again
      10:00:11 ERROR POST https://bedrock-runtime.eu-central-1.amazonaws.com/model/eu.anthropic.claude-haiku-4-5-20251001-v1:0/converse
      ThrottlingException: Too many tokens per day, please wait before trying again.
      """;

  @Test
  void eachErrorHasItsOwnRegionAndModel() {
    assertThat(values(TWO_ERRORS, "on-demand-not-supported"))
        .containsEntry("region", "us-east-1")
        .containsEntry("model", "anthropic.claude-sonnet-4-6");
    assertThat(values(TWO_ERRORS, "throttle-tokens-per-day"))
        .containsEntry("region", "eu-central-1")
        .containsEntry("model", "eu.anthropic.claude-haiku-4-5-20251001-v1:0");
  }

  @Test
  void eachRefusalHasItsOwnRegion() {
    var text =
        """
        region=us-west-2
        User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:ListFoundationModels because no identity-based policy allows the bedrock:ListFoundationModels action
        --------------------------------------------------------------------------------------
        region=eu-west-1
        User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:GetInferenceProfile because no identity-based policy allows the bedrock:GetInferenceProfile action
        """;
    assertThat(values(text, "iam-list-models-denied")).containsEntry("region", "us-west-2");
    assertThat(values(text, "iam-get-inference-profile-denied"))
        .containsEntry("region", "eu-west-1");
  }

  @Test
  void anOfferedIdWasNotSent() {
    var text =
        "model claude-sonnet-4-6 failed: The provided model identifier is invalid. Use a Bedrock"
            + " model ID such as us.anthropic.claude-sonnet-4-20250514-v1:0.";
    assertThat(values(text, "invalid-model-id-alias")).containsEntry("model", "claude-sonnet-4-6");
  }

  @Test
  void theNearestIdSaysHowItIsCalled() {
    var text =
        "ValidationException: Invocation of model ID anthropic.claude-sonnet-4-6 with"
            + " on-demand throughput isn't supported.";
    assertThat(
            values(
                EXPLAINER.explain(text, new ExplanationContext("eu-central-1", "", null)),
                "on-demand-not-supported"))
        .containsEntry("nearest-model", "eu.anthropic.claude-sonnet-4-6")
        .hasEntrySatisfying(
            "nearest-route",
            way ->
                assertThat(way)
                    .startsWith("through a profile of its geography from eu-central-1, answered in")
                    .contains("eu-west-1"));
  }

  private static Map<String, String> values(String text, String slug) {
    return values(EXPLAINER.explain(text, ExplanationContext.none()), slug);
  }

  private static Map<String, String> values(Explanation explanation, String slug) {
    return explanation.diagnoses().stream()
        .filter(diagnosis -> diagnosis.cause().slug().equals(slug))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
