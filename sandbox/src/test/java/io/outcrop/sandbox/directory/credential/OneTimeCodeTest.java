package io.outcrop.sandbox.directory.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneTimeCodeTest {
  /// `12345678901234567890` in base 32.
  private static final Secret SEED = Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  /// Source: RFC 6238, Appendix B, SHA-1, the last six digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    var now = Instant.ofEpochSecond(second);
    assertThat(OneTimeCode.at(SEED, now)).isEqualTo(code);
    assertThat(OneTimeCode.matches(SEED, code, now.plusSeconds(30))).isTrue();
    assertThat(OneTimeCode.matches(SEED, code, now.plusSeconds(90))).isFalse();
  }
}
