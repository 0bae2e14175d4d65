package io.outcrop.causes.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
  @ParameterizedTest
  @CsvSource({
    "bedrock:*, bedrock:InvokeModel, true",
    "bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream, false",
    "*:CallWithBearerToken, bedrock-mantle:callwithbearertoken, true",
    "bedrock:*, bedrock-mantle:CreateInference, false",
    "*, '', true",
    "a*b*c, aXbXbXc, true",
    "a*b*c, aXbX, false",
    "'', '', true",
    "'', a, false"
  })
  void matchesTheWholeText(String pattern, String text, boolean expected) {
    assertThat(Globs.matches(pattern, text)).isEqualTo(expected);
  }
}
