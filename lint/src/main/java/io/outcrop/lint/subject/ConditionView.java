package io.outcrop.lint.subject;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One operator with one key.
///
/// @param operator as written
/// @param operatorPlace where the operator stands
/// @param key as written
/// @param place where the key stands
/// @param values its values, numbers and booleans as texts
public record ConditionView(
    String operator, Place operatorPlace, String key, Place place, List<Text> values) {
  public ConditionView {
    values = List.copyOf(values);
  }

  /// The operator taken apart; empty if there is none of that name.
  public Optional<ConditionOperator> parsed() {
    return ConditionOperator.parse(operator);
  }

  /// The comparison; empty if the operator does not exist.
  public Optional<Comparison> comparison() {
    return parsed().map(ConditionOperator::comparison);
  }

  /// Whether the operator is a negated one.
  public boolean isNegated() {
    return parsed().map(ConditionOperator::negated).orElse(false);
  }

  /// Whether a missing key counts as a match because the operator says so.
  public boolean isIfExists() {
    return parsed().map(ConditionOperator::ifExists).orElse(false);
  }

  /// Whether the operator has this set operator in front.
  public boolean has(Quantifier quantifier) {
    return parsed().map(found -> found.quantifier() == quantifier).orElse(false);
  }

  /// Whether it is about this key, in any case.
  public boolean isAbout(String name) {
    return key.equalsIgnoreCase(name);
  }

  /// The key in lower case.
  public String plainKey() {
    return key.toLowerCase(Locale.ROOT);
  }

  /// Whether one of its values is this text.
  public boolean holds(String text) {
    return values.stream().anyMatch(value -> value.value().equals(text));
  }
}
