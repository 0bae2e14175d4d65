package io.outcrop.lint.subject;

import java.util.List;

/// `Action`, `NotAction`, `Resource` or `NotResource` of one statement.
///
/// @param name as written
/// @param place where its value stands
/// @param values the strings in it, in order
public record Element(String name, Place place, List<Text> values) {
  public Element {
    values = List.copyOf(values);
  }

  /// Whether it is the `Not…` form.
  public boolean isNegated() {
    return name.startsWith("Not");
  }

  /// Whether one of its values is this text.
  public boolean holds(String text) {
    return values.stream().anyMatch(value -> value.value().equals(text));
  }
}
