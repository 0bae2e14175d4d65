package io.outcrop.access.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.AwsError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyRefusalsTest {
  private final BodyRefusals refusals = BodyRefusals.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ValidationException | Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again. | true
          ValidationException | anthropic_version: Field required | true
          ValidationException | The provided model identifier is invalid. | false
          ValidationException | Operation not allowed | false
          AccessDeniedException | Field required | false
          """)
  void tellsWhatIsAboutTheBodyAlone(String code, String message, boolean isBody) {
    assertThat(refusals.matches(new AwsError(400, code, message, ""))).isEqualTo(isBody);
  }
}
