package io.outcrop.iam.condition;

import io.outcrop.iam.match.ArnPattern;
import io.outcrop.iam.match.Glob;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Template;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// One value of a condition, prepared for its comparison. Variables are known in string, ARN and
/// Bool comparisons only; the others take them as text, which they cannot read and never match.
sealed interface Comparand {
  /// A text or a pattern over a text.
  record Text(Template<Glob> template, boolean ignoresCase) implements Comparand {}

  /// A pattern over an ARN.
  record ArnText(Template<ArnPattern> template) implements Comparand {}

  /// `true` or `false`, in lower case, for `Null`.
  record Truthful(String text) implements Comparand {}

  /// `true` or `false`, maybe through a variable.
  record Bool(Template<Glob> template) implements Comparand {}

  /// A number, and the signs of comparisons that match it.
  record Numeric(BigDecimal number, Set<Integer> signs) implements Comparand {}

  /// A point in time, and the signs of comparisons that match it.
  record Moment(Instant instant, Set<Integer> signs) implements Comparand {}

  /// An address range.
  record Range(AddressRange range) implements Comparand {}

  /// Bytes, in base64.
  record Binary(Bytes bytes) implements Comparand {}

  /// A value that its comparison cannot read; it matches nothing.
  record Unreadable() implements Comparand {}

  /// Prepares `text` for `comparison`.
  static Comparand of(Comparison comparison, String text, boolean variables) {
    return switch (comparison) {
      case STRING_EQUALS -> new Text(Template.text(text, variables), false);
      case STRING_EQUALS_IGNORE_CASE -> new Text(Template.lowerCaseText(text, variables), true);
      case STRING_LIKE -> new Text(Template.pattern(text, variables), false);
      case ARN_EQUALS, ARN_LIKE -> new ArnText(Template.arn(text, variables));
      case BOOL -> new Bool(Template.lowerCaseText(text, variables));
      case NULL -> new Truthful(text.toLowerCase(Locale.ROOT));
      case IP_ADDRESS ->
          AddressRange.parse(text).<Comparand>map(Range::new).orElseGet(Unreadable::new);
      case BINARY_EQUALS ->
          Bytes.parse(text).<Comparand>map(Binary::new).orElseGet(Unreadable::new);
      case NUMERIC_EQUALS -> number(text, 0);
      case NUMERIC_LESS_THAN -> number(text, -1);
      case NUMERIC_LESS_THAN_EQUALS -> number(text, -1, 0);
      case NUMERIC_GREATER_THAN -> number(text, 1);
      case NUMERIC_GREATER_THAN_EQUALS -> number(text, 0, 1);
      case DATE_EQUALS -> moment(text, 0);
      case DATE_LESS_THAN -> moment(text, -1);
      case DATE_LESS_THAN_EQUALS -> moment(text, -1, 0);
      case DATE_GREATER_THAN -> moment(text, 1);
      case DATE_GREATER_THAN_EQUALS -> moment(text, 0, 1);
    };
  }

  private static Comparand number(String text, Integer... signs) {
    return Quantities.number(text)
        .<Comparand>map(number -> new Numeric(number, Set.copyOf(Arrays.asList(signs))))
        .orElseGet(Unreadable::new);
  }

  private static Comparand moment(String text, Integer... signs) {
    return Quantities.instant(text)
        .<Comparand>map(instant -> new Moment(instant, Set.copyOf(Arrays.asList(signs))))
        .orElseGet(Unreadable::new);
  }

  /// Whether a value of the request can be compared at all; if not, even a negated number or date
  /// comparison does not match.
  static boolean isComparable(Comparison comparison, String value) {
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Quantities.number(value).isPresent();
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Quantities.instant(value).isPresent();
      case STRING_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          ARN_EQUALS,
          ARN_LIKE,
          BOOL,
          NULL,
          IP_ADDRESS,
          BINARY_EQUALS ->
          true;
    };
  }

  /// Whether `value`, a value of the request, matches this one.
  default Truth matches(String value, RequestView request) {
    return switch (this) {
      case Text(var template, var ignoresCase) -> {
        var text = ignoresCase ? value.toLowerCase(Locale.ROOT) : value;
        yield template.resolve(request).truth(glob -> glob.matches(text));
      }
      case ArnText(var template) ->
          template.resolve(request).truth(pattern -> pattern.matches(value));
      case Bool(var template) -> {
        var text = value.toLowerCase(Locale.ROOT);
        yield isBool(text) ? template.resolve(request).truth(glob -> glob.matches(text)) : Truth.NO;
      }
      case Truthful(var text) -> Truth.of(text.equals(value));
      case Numeric(var number, var signs) ->
          Truth.of(
              Quantities.number(value)
                  .filter(found -> signs.contains(found.compareTo(number)))
                  .isPresent());
      case Moment(var instant, var signs) ->
          Truth.of(
              Quantities.instant(value)
                  .filter(found -> signs.contains(Integer.signum(found.compareTo(instant))))
                  .isPresent());
      case Range(var range) -> Truth.of(range.contains(value));
      case Binary(var bytes) -> Truth.of(Bytes.parse(value).filter(bytes::equals).isPresent());
      case Unreadable _ -> Truth.NO;
    };
  }

  private static boolean isBool(String text) {
    return text.equals("true") || text.equals("false");
  }

  /// Whether some value of the request's key would match, missing variables being anything.
  default boolean everMatches(RequestView request) {
    return switch (this) {
      case Text(var template, _) -> isPossible(template, request);
      case ArnText(var template) -> isPossible(template, request);
      case Bool(var template) ->
          matches("true", request).equals(Truth.YES)
              || matches("false", request).equals(Truth.YES)
              || !template.resolve(request).missing().isEmpty();
      case Truthful _, Numeric _, Moment _, Range _, Binary _ -> true;
      case Unreadable _ -> false;
    };
  }

  private static <T> boolean isPossible(Template<T> template, RequestView request) {
    var resolved = template.resolve(request);
    return resolved.known() || !resolved.missing().isEmpty();
  }

  /// Whether every value of the request's key would match.
  default boolean alwaysMatches(RequestView request) {
    return switch (this) {
      case Text(var template, _) -> always(template, request, Glob::matchesAnything);
      case ArnText(var template) -> always(template, request, ArnPattern::matchesAnything);
      case Bool _, Truthful _, Numeric _, Moment _, Range _, Binary _, Unreadable _ -> false;
    };
  }

  private static <T> boolean always(
      Template<T> template, RequestView request, Function<T, Boolean> test) {
    var resolved = template.resolve(request);
    return resolved.known() && test.apply(resolved.value());
  }

  /// The missing variables without which this value matches nothing.
  default Set<String> unknown(RequestView request) {
    return switch (this) {
      case Text(var template, _) -> unknown(template, request);
      case ArnText(var template) -> unknown(template, request);
      case Bool(var template) -> unknown(template, request);
      case Truthful _, Numeric _, Moment _, Range _, Binary _, Unreadable _ -> Set.of();
    };
  }

  private static <T> Set<String> unknown(Template<T> template, RequestView request) {
    var resolved = template.resolve(request);
    return resolved.known() ? Set.of() : resolved.missing();
  }
}
