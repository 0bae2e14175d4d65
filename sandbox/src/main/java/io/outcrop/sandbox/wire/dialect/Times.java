package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Points in time, in the two forms that AWS's protocols know.
final class Times {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private Times() {}

  /// The time that `value` means: an ISO 8601 text, or seconds since 1970.
  static Optional<Instant> read(Json value) {
    return switch (value) {
      case Json.Str(String text, _) -> parse(text);
      case Json.Num(BigDecimal seconds, _) ->
          Optional.of(Instant.ofEpochMilli(seconds.multiply(MILLIS).longValue()));
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  /// As ISO 8601; a value that means no time stays as it is.
  static Json iso(Json value) {
    return read(value).<Json>map(time -> Json.of(text(time))).orElse(value);
  }

  /// As seconds since 1970; a value that means no time stays as it is.
  static Json epoch(Json value) {
    return read(value)
        .<Json>map(time ->
            Json.of(BigDecimal.valueOf(time.toEpochMilli()).divide(MILLIS).stripTrailingZeros()))
        .orElse(value);
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
