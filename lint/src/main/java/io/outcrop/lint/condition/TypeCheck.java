package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.reference.ConditionKey;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.Locale;

/// Operators of another type than the key's.
final class TypeCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        var key = subject.key(condition.key());
        var comparison = condition.comparison();
        if (key.isPresent()
            && comparison.isPresent()
            && comparison.get() != Comparison.NULL
            && comparison.get() != Comparison.BINARY_EQUALS) {
          compare(statement, condition, key.get(), type(comparison.get()), findings);
        }
      }
    }
  }

  private static void compare(
      StatementView statement,
      ConditionView condition,
      ConditionKey key,
      ConditionKey.Type operator,
      Findings findings) {
    if (operator == key.type() || isFitting(condition, key, operator)) {
      return;
    }
    if (operator != ConditionKey.Type.STRING) {
      findings.add(
          "operator-type-mismatch",
          condition.place(),
          "key",
          condition.key(),
          "operator",
          condition.operator(),
          "type",
          key.type().words(),
          "expected",
          operator.words());
      return;
    }
    switch (key.type()) {
      case IP -> exchange("string-operator-on-ip-key", statement, condition, "IpAddress", findings);
      case DATE ->
          exchange("string-operator-on-date-key", statement, condition, "DateEquals", findings);
      case BOOL -> exchange("string-operator-on-bool-key", statement, condition, "Bool", findings);
      case ARN -> {
        if (condition.compares(Comparison.STRING_LIKE)
            && condition.values().stream()
                .allMatch(text ->
                    text.value().startsWith("arn:") && text.value().split(":", 6).length == 6)) {
          exchange("string-like-on-arn-key", statement, condition, "ArnLike", findings);
        }
      }
      case NUMERIC ->
          findings.add(
              "operator-type-mismatch",
              condition.place(),
              "key",
              condition.key(),
              "operator",
              condition.operator(),
              "type",
              key.type().words(),
              "expected",
              operator.words());
      case STRING -> {}
    }
  }

  /// Epochs are numbers, tags are what somebody put into them, and a key that the reference calls a
  /// string may hold ARNs.
  private static boolean isFitting(
      ConditionView condition, ConditionKey key, ConditionKey.Type operator) {
    var name = key.name().toLowerCase(Locale.ROOT);
    if (name.contains("tag/${")) {
      return true;
    }
    return switch (operator) {
      case NUMERIC -> name.equals("aws:epochtime");
      case ARN ->
          key.type() == ConditionKey.Type.STRING && (name.endsWith("arn") || !key.isGlobal());
      case BOOL -> key.type() == ConditionKey.Type.STRING && !key.isGlobal();
      case DATE -> false;
      case IP -> key.type() == ConditionKey.Type.STRING && !key.isGlobal();
      case STRING -> condition.values().stream().anyMatch(text -> text.value().contains("${"));
    };
  }

  private static void exchange(
      String slug,
      StatementView statement,
      ConditionView condition,
      String operator,
      Findings findings) {
    var reported =
        findings.add(
            slug,
            condition.place(),
            "key",
            condition.key(),
            "operator",
            condition.operator(),
            "meant",
            operator);
    var plain = condition.operator().matches("String(Equals|Like)(IgnoreCase)?");
    var readable =
        condition.values().stream()
            .allMatch(text ->
                switch (operator) {
                  case "IpAddress" -> AddressCheck.isRange(text.value());
                  case "DateEquals" -> ValueCheck.date(text.value()).isPresent();
                  case "Bool" -> text.value().equals("true") || text.value().equals("false");
                  default -> true;
                });
    var steps = Renaming.operator(statement, condition, operator);
    if (plain && readable && !steps.isEmpty()) {
      reported.fix(
          "compare by `" + operator + "`",
          Certainty.LIKELY,
          operator.equals("Bool") ? "" : "the values are compared as what they are from then on",
          steps.toArray(Operation[]::new));
    }
  }

  private static ConditionKey.Type type(Comparison comparison) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, BINARY_EQUALS, NULL ->
          ConditionKey.Type.STRING;
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          ConditionKey.Type.NUMERIC;
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          ConditionKey.Type.DATE;
      case BOOL -> ConditionKey.Type.BOOL;
      case IP_ADDRESS -> ConditionKey.Type.IP;
      case ARN_EQUALS, ARN_LIKE -> ConditionKey.Type.ARN;
    };
  }
}
