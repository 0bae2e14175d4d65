package io.outcrop.iam.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers and dates as conditions and requests write them.
final class Quantities {
  private static final int MAX_LENGTH = 100;
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern EXPONENT = Pattern.compile("([eE][+-]?\\d{1,4})?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
              + "(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?)?)?)?");

  private Quantities() {}

  /// How a text is read as a quantity; empty if it is none.
  interface Reader<T> {
    Optional<T> read(String text);
  }

  /// A whole or decimal number; empty if `text` is none.
  static Optional<BigDecimal> number(String text) {
    var matcher = NUMBER.matcher(text);
    if (text.length() > MAX_LENGTH
        || !matcher.lookingAt()
        || !EXPONENT.matcher(text.substring(matcher.end())).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /// A date of W3C's profile of ISO 8601 (a time without offset is UTC), or seconds since 1970;
  /// four digits are a year. Empty if `text` is neither.
  static Optional<Instant> instant(String text) {
    var date = DATE.matcher(text);
    try {
      if (date.matches()) {
        return Optional.of(
            LocalDate.of(Integer.parseInt(date.group(1)), part(date.group(2)), part(date.group(3)))
                .atTime(date.group(4) == null ? LocalTime.MIN : LocalTime.parse(date.group(4)))
                .toInstant(date.group(5) == null ? ZoneOffset.UTC : ZoneOffset.of(date.group(5))));
      }
      return YEAR.matcher(text).matches() ? Optional.empty() : number(text).map(Quantities::epoch);
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static int part(@Nullable String text) {
    return text == null ? 1 : Integer.parseInt(text);
  }

  private static Instant epoch(BigDecimal seconds) {
    var whole = seconds.toBigInteger();
    var nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue();
    return Instant.ofEpochSecond(whole.longValueExact(), nanos);
  }
}
