package io.outcrop.iam.plain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads a moment as a policy or a request writes it, as seconds since 1970. Source: IAM User
/// Guide, reference_policies_elements_condition_operators; W3C, Date and Time Formats.
final class Moment {
  private Moment() {}

  static Optional<BigDecimal> read(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return read(text + "-01");
      }
      if (text.matches("\\d+")) {
        return Optional.of(new BigDecimal(text));
      }
      if (text.matches("\\d{4}-\\d\\d")) {
        return Optional.of(
            seconds(LocalDate.parse(text + "-01").atTime(0, 0).atOffset(ZoneOffset.UTC)));
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return Optional.of(seconds(LocalDate.parse(text).atTime(0, 0).atOffset(ZoneOffset.UTC)));
      }
      return Optional.of(seconds(OffsetDateTime.parse(text)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static BigDecimal seconds(OffsetDateTime time) {
    return BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
  }
}
