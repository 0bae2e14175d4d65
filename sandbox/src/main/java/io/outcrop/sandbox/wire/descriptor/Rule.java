package io.outcrop.sandbox.wire.descriptor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a model says of a value beyond its kind.
public sealed interface Rule {
  /// How long: characters of a text, bytes of a blob, elements of a list, entries of a map.
  record Length(Optional<Integer> least, Optional<Integer> most) implements Rule {}

  /// How large a number is.
  record Range(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Rule {}

  /// One of these texts.
  record OneOf(List<String> values) implements Rule {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// The whole text fits a regular expression.
  record Matches(String expression) implements Rule {}

  /// The value must not be repeated in errors and logs.
  record Secret() implements Rule {}
}
