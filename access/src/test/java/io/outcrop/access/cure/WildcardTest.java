package io.outcrop.access.cure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "bedrock:Invoke*, bedrock:InvokeModel, true",
    "bedrock:Invoke?odel, bedrock:InvokeModel, true",
    "*, anything, true",
    "bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream, false",
    "*Model, bedrock:InvokeModelWithResponseStream, false",
    "a*b*c, a-b-b-c, true",
    "a*b*c, a-c-b, false",
    "a?, a, false",
    "a**, a, true",
  })
  void matchesAsIamDoes(String pattern, String text, boolean matches) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
  }
}
