package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Points in time, in the forms that AWS's protocols know. Inside, they are ISO 8601 texts in UTC,
/// to the millisecond.
final class Times {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
  private static final BigDecimal FURTHEST_SECOND = BigDecimal.valueOf(253_402_300_799L);

  /// Made when the first header or form needs it: building formatters is slow.
  private static final class HttpDate {
    private static final DateTimeFormatter WRITTEN =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ =
        new DateTimeFormatterBuilder()
            .appendPattern("EEE, dd MMM yyyy HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral(" GMT")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}
  }

  private Times() {}

  /// The time that `text` means in exactly this form.
  static Optional<Instant> read(TimeForm form, String text) {
    try {
      return switch (form) {
        case USUAL, DATE_TIME -> dateTime(text);
        case EPOCH_SECONDS -> seconds(new BigDecimal(text));
        case HTTP_DATE -> Optional.of(Instant.from(HttpDate.READ.parse(text)));
      };
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The time that is so many seconds after 1970 began, if it is in this era.
  static Optional<Instant> seconds(BigDecimal seconds) {
    return seconds.abs().compareTo(FURTHEST_SECOND) > 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(seconds.multiply(MILLIS).longValue()));
  }

  /// As the inside has it.
  static Json inside(Instant time) {
    return Json.of(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /// What a service answers, in `form`, which is not the usual one; a value that means no time
  /// stays as it is.
  static Json written(TimeForm form, Json value) {
    return answered(value).<Json>map(time -> written(form, time)).orElse(value);
  }

  /// The time that a service's answer means: an ISO 8601 text, or seconds since 1970.
  static Optional<Instant> answered(Json value) {
    return switch (value) {
      case Json.Str(String text, _) -> read(TimeForm.DATE_TIME, text);
      case Json.Num(BigDecimal number, _) -> seconds(number);
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  /// As seconds since 1970, without needless digits.
  static BigDecimal epoch(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli()).divide(MILLIS).stripTrailingZeros();
  }

  private static Json written(TimeForm form, Instant time) {
    return switch (form) {
      case USUAL, DATE_TIME -> inside(time);
      case EPOCH_SECONDS -> Json.of(epoch(time));
      case HTTP_DATE -> Json.of(HttpDate.WRITTEN.format(time));
    };
  }

  private static Optional<Instant> dateTime(String text) {
    var isWhole =
        text.length() >= 20
            && text.charAt(16) == ':'
            && (text.endsWith("Z") || text.charAt(text.length() - 3) == ':');
    return !isWhole ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
  }
}
