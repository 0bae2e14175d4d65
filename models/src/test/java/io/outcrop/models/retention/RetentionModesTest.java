package io.outcrop.models.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetentionModesTest {
  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-fable-5-1, default, false",
    "anthropic.claude-fable-5-1, aws_review, true",
    "anthropic.claude-fable-5-1, provider_data_share, true",
    "anthropic.claude-mythos-5, aws_review, false",
    "anthropic.claude-sonnet-5-5, none, true",
  })
  void aModelAnswersFromItsLeastModeOn(String model, String mode, boolean enough) {
    assertThat(RetentionModes.shipped().isEnough(mode, model)).isEqualTo(enough);
  }
}
