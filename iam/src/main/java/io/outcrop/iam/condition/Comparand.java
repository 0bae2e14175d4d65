package io.outcrop.iam.condition;

import io.outcrop.iam.match.ArnPattern;
import io.outcrop.iam.match.Glob;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Template;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// One value of a condition, prepared for its comparison. Variables are known in string, ARN and
/// Bool comparisons only; the others take them as text, which they cannot read and never match.
sealed interface Comparand {
  /// Prepares `text` for `comparison`.
  static Comparand of(Comparison comparison, String text, boolean variables) {
    return switch (comparison) {
      case STRING_EQUALS -> Templated.text(Template.text(text, variables));
      case STRING_EQUALS_IGNORE_CASE ->
          Templated.lowerCase(Template.lowerCaseText(text, variables));
      case STRING_LIKE -> Templated.text(Template.pattern(text, variables));
      case ARN_EQUALS, ARN_LIKE -> Templated.arn(Template.arn(text, variables));
      case BOOL -> new Bool(Template.lowerCaseText(text, variables));
      case NULL -> new Truthful(text.toLowerCase(Locale.ROOT));
      case IP_ADDRESS ->
          AddressRange.parse(text)
              .<Comparand>map(range -> new Plain(range::contains))
              .orElseGet(Unreadable::new);
      case BINARY_EQUALS ->
          Bytes.parse(text)
              .<Comparand>map(
                  bytes -> new Plain(value -> Bytes.parse(value).filter(bytes::equals).isPresent()))
              .orElseGet(Unreadable::new);
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          ordered(comparison, text, Quantities::number);
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          ordered(comparison, text, Quantities::instant);
    };
  }

  private static <T extends Comparable<? super T>> Comparand ordered(
      Comparison comparison, String text, Quantities.Reader<T> reader) {
    return reader
        .read(text)
        .<Comparand>map(bound ->
            new Plain(value ->
                reader
                    .read(value)
                    .filter(found -> comparison.accepts(found.compareTo(bound)))
                    .isPresent()))
        .orElseGet(Unreadable::new);
  }

  /// Whether `value`, a value of the request, matches this one.
  Truth matches(String value, RequestView request);

  /// Whether its comparison can read it.
  default boolean isReadable(RequestView request) {
    return true;
  }

  /// Whether some value of the request's key would match, missing variables being anything.
  boolean everMatches(RequestView request);

  /// Whether every value of the request's key would match.
  default boolean alwaysMatches(RequestView request) {
    return false;
  }

  /// The missing variables without which this value matches nothing.
  default Set<String> unknown(RequestView request) {
    return Set.of();
  }

  private static <T> Set<String> unknown(Template<T> template, RequestView request) {
    var resolved = template.resolve(request);
    return resolved.known() ? Set.of() : resolved.missing();
  }

  /// A text, or a pattern over texts or ARNs, in which variables may stand.
  ///
  /// @param matcher whether it matches a value
  /// @param anything whether it matches every value
  /// @param readable whether its comparison can read it
  record Templated<T>(
      Template<T> template,
      BiPredicate<T, String> matcher,
      Predicate<T> anything,
      Predicate<T> readable)
      implements Comparand {
    private static Templated<Glob> text(Template<Glob> template) {
      return new Templated<>(template, Glob::matches, Glob::matchesAnything, _ -> true);
    }

    private static Templated<Glob> lowerCase(Template<Glob> template) {
      return new Templated<>(
          template,
          (glob, value) -> glob.matches(value.toLowerCase(Locale.ROOT)),
          Glob::matchesAnything,
          _ -> true);
    }

    private static Templated<ArnPattern> arn(Template<ArnPattern> template) {
      // no pattern matches a value that is no ARN
      return new Templated<>(template, ArnPattern::matches, _ -> false, ArnPattern::isArn);
    }

    @Override
    public Truth matches(String value, RequestView request) {
      return template.truth(request, pattern -> matcher.test(pattern, value));
    }

    @Override
    public boolean isReadable(RequestView request) {
      var resolved = template.resolve(request);
      return !resolved.known() || readable.test(resolved.value());
    }

    @Override
    public boolean everMatches(RequestView request) {
      return template.resolve(request).isPossible();
    }

    @Override
    public boolean alwaysMatches(RequestView request) {
      var resolved = template.resolve(request);
      return resolved.known() && anything.test(resolved.value());
    }

    @Override
    public Set<String> unknown(RequestView request) {
      return Comparand.unknown(template, request);
    }
  }

  /// `true` or `false`, in lower case, for `Null`.
  record Truthful(String text) implements Comparand {
    @Override
    public Truth matches(String value, RequestView request) {
      return Truth.of(text.equals(value));
    }

    @Override
    public boolean everMatches(RequestView request) {
      return true;
    }
  }

  /// `true` or `false`, maybe through a variable.
  record Bool(Template<Glob> template) implements Comparand {
    @Override
    public Truth matches(String value, RequestView request) {
      var text = value.toLowerCase(Locale.ROOT);
      return text.equals("true") || text.equals("false")
          ? template.truth(request, glob -> glob.matches(text))
          : Truth.NO;
    }

    @Override
    public boolean everMatches(RequestView request) {
      var resolved = template.resolve(request);
      return !resolved.missing().isEmpty()
          || !resolved.unknown().isEmpty()
          || matches("true", request).isAlways()
          || matches("false", request).isAlways();
    }

    @Override
    public Set<String> unknown(RequestView request) {
      return Comparand.unknown(template, request);
    }
  }

  /// A number, a date, an address range or bytes; it knows no variables.
  record Plain(Predicate<String> test) implements Comparand {
    @Override
    public Truth matches(String value, RequestView request) {
      return Truth.of(test.test(value));
    }

    @Override
    public boolean everMatches(RequestView request) {
      return true;
    }
  }

  /// A value that its comparison cannot read; it matches nothing.
  record Unreadable() implements Comparand {
    @Override
    public boolean isReadable(RequestView request) {
      return false;
    }

    @Override
    public Truth matches(String value, RequestView request) {
      return Truth.NO;
    }

    @Override
    public boolean everMatches(RequestView request) {
      return false;
    }
  }
}
