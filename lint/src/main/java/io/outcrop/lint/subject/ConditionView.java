package io.outcrop.lint.subject;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One operator with one key. Immutable; the operator is taken apart once.
public final class ConditionView {
  private final String operator;
  private final Place operatorPlace;
  private final String key;
  private final String plainKey;
  private final Place place;
  private final List<Text> values;
  private final @Nullable ConditionOperator parsed;

  ConditionView(String operator, Place operatorPlace, String key, Place place, List<Text> values) {
    this.operator = operator;
    this.operatorPlace = operatorPlace;
    this.key = key;
    this.plainKey = key.toLowerCase(Locale.ROOT);
    this.place = place;
    this.values = List.copyOf(values);
    this.parsed = ConditionOperator.parse(operator).orElse(null);
  }

  /// The operator as written.
  public String operator() {
    return operator;
  }

  /// Where the operator stands.
  public Place operatorPlace() {
    return operatorPlace;
  }

  /// The key as written.
  public String key() {
    return key;
  }

  /// The key in lower case.
  public String plainKey() {
    return plainKey;
  }

  /// Where the key stands.
  public Place place() {
    return place;
  }

  /// Its values, numbers and booleans as texts.
  public List<Text> values() {
    return values;
  }

  /// The operator taken apart; empty if there is none of that name.
  public Optional<ConditionOperator> parsed() {
    return Optional.ofNullable(parsed);
  }

  /// The comparison; empty if the operator does not exist.
  public Optional<Comparison> comparison() {
    return parsed().map(ConditionOperator::comparison);
  }

  /// Whether it compares like this.
  public boolean compares(Comparison comparison) {
    return parsed != null && parsed.comparison() == comparison;
  }

  /// Whether it compares values at all, and does not only ask whether the key is there.
  public boolean comparesValues() {
    return parsed != null && parsed.comparison() != Comparison.NULL;
  }

  /// Whether the operator is a negated one.
  public boolean isNegated() {
    return parsed != null && parsed.negated();
  }

  /// Whether a missing key counts as a match because the operator says so.
  public boolean isIfExists() {
    return parsed != null && parsed.ifExists();
  }

  /// Whether the operator has this set operator in front.
  public boolean has(Quantifier quantifier) {
    return parsed != null && parsed.quantifier() == quantifier;
  }

  /// Whether it is about this key, in any case.
  public boolean isAbout(String name) {
    return key.equalsIgnoreCase(name);
  }

  /// Whether one of its values is this text.
  public boolean holds(String text) {
    return values.stream().anyMatch(value -> value.value().equals(text));
  }
}
