package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Place;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Operators that do not exist, or stand twice.
final class OperatorCheck implements Check {
  private static final List<String> BARE =
      Arrays.stream(Comparison.values()).flatMap(OperatorCheck::names).toList();
  private static final List<String> ALL =
      BARE.stream()
          .flatMap(name ->
              Stream.of(name, name + "IfExists", "ForAllValues:" + name, "ForAnyValue:" + name))
          .toList();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      if (statement.source().get("Condition").orElse(Json.ofNull()) instanceof Json.Obj operators) {
        operators(statement, operators, findings);
      }
      statement.conditions().forEach(condition -> values(statement, condition, findings));
    }
  }

  private static void operators(StatementView statement, Json.Obj operators, Findings findings) {
    var seen = new HashMap<String, String>();
    operators
        .members()
        .forEach((operator, member) -> {
          var place = statement.placeOf("Condition").member(operator, member.namePosition());
          if (ConditionOperator.parse(operator).isEmpty()) {
            unknown(operator, place, operators, findings);
          }
          var before = seen.putIfAbsent(operator.toLowerCase(Locale.ROOT), operator);
          if (before != null) {
            findings.add("operator-twice", place, "operator", operator, "other", before);
          }
        });
  }

  private static void unknown(String operator, Place place, Json.Obj operators, Findings findings) {
    if (operator.equalsIgnoreCase("NullIfExists")) {
      findings
          .add("if-exists-on-null", place, "operator", operator)
          .fix(
              "write `Null`",
              Certainty.LIKELY,
              "the policy can be read from then on",
              Steps.rename(place.pointer(), "Null"));
      return;
    }
    var meant = Nearest.of(operator, ALL.stream());
    if (meant.isEmpty()) {
      findings.add("operator-unknown", place, "operator", operator);
      return;
    }
    var reported =
        findings.add("operator-unknown", place, "operator", operator, "meant", meant.get());
    if (!operators.members().containsKey(meant.get())) {
      reported.fix(
          "write `" + meant.get() + "`",
          Certainty.LIKELY,
          "the policy can be read from then on",
          Steps.rename(place.pointer(), meant.get()));
    }
  }

  private static void values(StatementView statement, ConditionView condition, Findings findings) {
    if (condition.values().isEmpty() && !findings.isMarked(condition.place())) {
      findings.add(
          "empty-values",
          condition.place(),
          "key",
          condition.key(),
          "always",
          condition.isNegated() ? "always" : "never");
    }
    for (var other : statement.conditions()) {
      if (other == condition) {
        return;
      }
      if (other.operator().equals(condition.operator()) && other.isAbout(condition.key())) {
        findings.add("key-twice", condition.place(), "key", condition.key(), "other", other.key());
      }
    }
  }

  private static Stream<String> names(Comparison comparison) {
    var plain =
        Arrays.stream(comparison.name().split("_", 0))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .reduce("", String::concat);
    var negated =
        plain.startsWith("IpAddress")
            ? "NotIpAddress"
            : plain.replaceFirst("^(String|Numeric|Date|Arn)(?=Equals|Like)", "$1Not");
    return Stream.of(plain, negated)
        .distinct()
        .filter(name -> ConditionOperator.parse(name).isPresent());
  }
}
