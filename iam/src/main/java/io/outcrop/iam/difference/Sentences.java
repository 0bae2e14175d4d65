package io.outcrop.iam.difference;

import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Pattern;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The sentences of access changes.
final class Sentences {
  private Sentences() {}

  /// What a statement does that it did not, or no longer does.
  static String verb(boolean onlyLimits, Direction direction, Effect effect) {
    var gained = direction == Direction.GAINED;
    if (onlyLimits) {
      return gained ? "no longer limits " : "now denies ";
    }
    return switch (effect) {
      case ALLOW -> gained ? "now allows " : "no longer allows ";
      case DENY -> gained ? "no longer denies " : "now denies ";
    };
  }

  /// `a`, `b` or `c`.
  static String any(Collection<String> values) {
    var quoted = values.stream().map(value -> "`" + value + "`").toList();
    return quoted.size() < 2
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }

  /// Actions or resources that are meant, or excepted.
  static String element(boolean negated, Collection<String> values, String all) {
    if (negated) {
      return all + " but " + any(values);
    }
    return values.contains("*") ? all : any(values);
  }

  /// Under which conditions; empty if there are none.
  static String conditions(List<Condition> conditions) {
    return conditions.stream().map(Sentences::condition).collect(Collectors.joining(" and "));
  }

  private static String condition(Condition condition) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var values = condition.values().stream().map(Pattern::text).toList();
    if (operator.comparison() == Comparison.NULL) {
      return "`" + condition.key() + "` is " + (values.contains("true") ? "not " : "") + "there";
    }
    var subject =
        switch (operator.quantifier()) {
          case SINGLE -> "`" + condition.key() + "`";
          case ALL -> "every value of `" + condition.key() + "`";
          case ANY -> "some value of `" + condition.key() + "`";
        };
    var text = subject + " " + relation(operator) + any(values);
    return operator.ifExists() && operator.quantifier() == Quantifier.SINGLE
        ? text + ", or not there"
        : text;
  }

  private static String relation(ConditionOperator operator) {
    var is = operator.negated() ? "is not " : "is ";
    return switch (operator.comparison()) {
      case STRING_EQUALS, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS, NULL -> is;
      case STRING_EQUALS_IGNORE_CASE -> is + "in any case ";
      case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> is + "like ";
      case IP_ADDRESS -> is + "in ";
      case NUMERIC_LESS_THAN -> "is less than ";
      case NUMERIC_LESS_THAN_EQUALS -> "is at most ";
      case NUMERIC_GREATER_THAN -> "is more than ";
      case NUMERIC_GREATER_THAN_EQUALS -> "is at least ";
      case DATE_LESS_THAN -> "is before ";
      case DATE_LESS_THAN_EQUALS -> "is not after ";
      case DATE_GREATER_THAN -> "is after ";
      case DATE_GREATER_THAN_EQUALS -> "is not before ";
    };
  }
}
