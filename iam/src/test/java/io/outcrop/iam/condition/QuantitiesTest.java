package io.outcrop.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01T00:00:00Z",
    "2026-03, 2026-03-01T00:00:00Z",
    "2026-03-04, 2026-03-04T00:00:00Z",
    "2026-03-04T05:06Z, 2026-03-04T05:06:00Z",
    "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
    "2026-03-04T05:06:07, 2026-03-04T05:06:07Z",
    "2026-03-04T05:06:07.5+02:00, 2026-03-04T03:06:07.5Z",
    "2026-03-04T05:06:07-0130, 2026-03-04T06:36:07Z",
    "1767225600, 2026-01-01T00:00:00Z",
    "1767225600.25, 2026-01-01T00:00:00.25Z",
    "0, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59Z"
  })
  void datesAndEpochSecondsAreInstants(String text, String instant) {
    assertThat(Quantities.instant(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-13-01",
        "2026-02-30",
        "2026-01-01T",
        "2026-01-01T25:00Z",
        "2026-01-01T00:00:00+99:00",
        "99999999999999999999999999",
        "1e999"
      })
  void whatIsNoDateIsRefused(String text) {
    assertThat(Quantities.instant(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.2.3", "0x10", "1,000", " 1", "1e", "1e99999", "NaN"})
  void whatIsNoNumberIsRefused(String text) {
    assertThat(Quantities.number(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", "-0.5, -.5", "+7, 7", "1e3, 1000", "1., 1"})
  void oneNumberHasManySpellings(String left, String right) {
    assertThat(Quantities.number(left).orElseThrow())
        .isEqualByComparingTo(Quantities.number(right).orElseThrow());
  }

  @Test
  void aNumberHasAHundredCharactersAtTheMost() {
    assertThat(Quantities.number("1".repeat(100))).isPresent();
    assertThat(Quantities.number("1".repeat(101))).isEmpty();
  }
}
