package io.outcrop.iam.difference;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.Statement.Condition;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One condition, written in the one way.
///
/// @param operator taken apart, so that its case does not matter
/// @param key in lower case
/// @param values without order and duplicates
record Clause(ConditionOperator operator, String key, Set<String> values) {
  Clause {
    values = Set.copyOf(values);
  }

  static Clause of(Condition condition, boolean variables) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var lower =
        operator.comparison() == Comparison.BOOL || operator.comparison() == Comparison.NULL;
    return new Clause(
        operator,
        condition.key().toLowerCase(Locale.ROOT),
        condition.values().stream()
            .map(value -> lower ? value.text().toLowerCase(Locale.ROOT) : value.text())
            .map(text -> marked(text, variables))
            .collect(Collectors.toSet()));
  }

  /// `text`, told apart from one in which `${…}` is a variable if here it is not.
  static String marked(String text, boolean variables) {
    return variables || !text.contains("${") ? text : "plain " + text;
  }

  /// Whether this holds wherever `other` does; "no" may also mean "unknown". More values make a
  /// test weaker, and a negated one stronger.
  boolean covers(Clause other) {
    return operator.equals(other.operator)
        && key.equals(other.key)
        && (operator.negated()
            ? other.values.containsAll(values)
            : values.containsAll(other.values));
  }
}
