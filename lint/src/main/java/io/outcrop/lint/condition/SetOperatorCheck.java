package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// `ForAllValues` and `ForAnyValue`: where they are missing, out of place, or let too much through.
final class SetOperatorCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        if (condition.comparesValues()) {
          condition(statement, condition, subject, findings);
        }
      }
    }
  }

  private static void condition(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    var key = subject.key(condition.key());
    var single = condition.has(Quantifier.SINGLE);
    if (key.isPresent() && key.get().many() && single) {
      missing(statement, condition, findings);
    } else if (key.isPresent() && !key.get().many() && !single) {
      surplus(statement, condition, findings);
    } else if (!single) {
      permissive(statement, condition, findings);
    }
  }

  private static void missing(StatementView statement, ConditionView condition, Findings findings) {
    var operator = "ForAnyValue:" + condition.operator();
    var reported =
        findings.add(
            "set-operator-missing",
            condition.place(),
            "key",
            condition.key(),
            "operator",
            condition.operator(),
            "meant",
            operator);
    fix(
        reported,
        operator,
        "the condition can hold from then on",
        Renaming.operator(statement, condition, operator));
  }

  private static void surplus(StatementView statement, ConditionView condition, Findings findings) {
    var operator = condition.operator().substring(condition.operator().indexOf(':') + 1);
    var reported =
        findings.add(
            "set-operator-on-single-value",
            condition.place(),
            "key",
            condition.key(),
            "operator",
            condition.operator(),
            "meant",
            operator);
    fix(
        reported,
        operator,
        "requests that do not bring the key are decided the other way",
        Renaming.operator(statement, condition, operator));
  }

  private static void fix(
      Findings.Reported reported, String operator, String changes, List<Operation> steps) {
    if (!steps.isEmpty()) {
      reported.fix(
          "compare by `" + operator + "`",
          Certainty.LIKELY,
          changes,
          steps.toArray(Operation[]::new));
    }
  }

  private static void permissive(
      StatementView statement, ConditionView condition, Findings findings) {
    var all = condition.has(Quantifier.ALL);
    if (all && statement.allows() && !asksForPresence(statement, condition.key())) {
      var reported =
          findings.add("for-all-values-allows-none", condition.place(), "key", condition.key());
      var conditions = statement.source().object("Condition").orElse(Json.object());
      var pointer = statement.place().pointer() + "/Condition/Null";
      var present = Json.of("false");
      reported.fix(
          "ask that the key is there",
          Certainty.LIKELY,
          "requests that do not bring the key are not allowed from then on",
          conditions.get("Null").isPresent()
              ? Steps.add(Steps.member(pointer, condition.key()), present)
              : Steps.add(pointer, Json.object().with(condition.key(), present)));
    } else if (all && statement.denies()) {
      findings.add(
          "for-all-values-denies",
          condition.place(),
          "key",
          condition.key(),
          "operator",
          condition.operator());
    } else if (!all && statement.allows() && condition.isNegated()) {
      findings.add(
          "for-any-value-negated-allows",
          condition.place(),
          "key",
          condition.key(),
          "operator",
          condition.operator());
    }
  }

  private static boolean asksForPresence(StatementView statement, String key) {
    return statement
        .on(key)
        .anyMatch(other ->
            (other.compares(Comparison.NULL) && other.holds("false"))
                || (other.has(Quantifier.ANY) && !other.isNegated() && !other.isIfExists()));
  }
}
