package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import io.outcrop.lint.subject.Variables;
import io.outcrop.lint.subject.Variables.Variable;
import java.util.Set;

/// Policy variables: whether their key exists, and whether they are replaced where they stand.
final class VariableCheck implements Check {
  private static final Set<Comparison> REPLACED =
      Set.of(
          Comparison.STRING_EQUALS,
          Comparison.STRING_EQUALS_IGNORE_CASE,
          Comparison.STRING_LIKE,
          Comparison.ARN_EQUALS,
          Comparison.ARN_LIKE,
          Comparison.BOOL);

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      statement.texts().forEach(text -> text(text, subject, findings));
      if (subject.hasVariables()) {
        places(statement, findings);
      }
    }
  }

  private static void text(Text text, Subject subject, Findings findings) {
    if (findings.isMarked(text.place()) || text.isBeyondMeasure()) {
      return;
    }
    var value = text.value();
    var open = value.lastIndexOf("${");
    if (open >= 0 && value.indexOf('}', open) < 0) {
      findings.add("variable-unclosed", text.place(), "value", value);
    }
    var misspelt =
        (value.contains("$(") || value.contains("{"))
            && value.matches(
                ".*(\\$\\((aws|iam|sts|s3):[A-Za-z]+\\)|(?<!\\$)\\{(aws|iam|sts|s3):[A-Za-z]+[^}]*\\}).*");
    if (misspelt) {
      findings
          .add("variable-misspelt", text.place(), "value", value)
          .replace(
              text,
              value
                  .replaceAll("\\$\\(((?:aws|iam|sts|s3):[A-Za-z]+)\\)", "\\${$1}")
                  .replaceAll("(?<!\\$)\\{((?:aws|iam|sts|s3):)", "\\${$1"),
              Certainty.LIKELY,
              "the variable is replaced from then on");
    }
    Variables.in(value).stream()
        .filter(variable -> !variable.isCharacter())
        .forEach(variable -> variable(text, variable, subject, findings));
  }

  private static void variable(Text text, Variable variable, Subject subject, Findings findings) {
    var key = variable.key();
    if (!KeyCheck.isKnown(key, subject)) {
      var meant = subject.reference().nearestKey(key).filter(one -> !one.contains("${"));
      if (meant.isEmpty()) {
        findings.add("variable-unknown", text.place(), "variable", key);
      } else {
        findings
            .add("variable-unknown", text.place(), "variable", key, "meant", meant.get())
            .replace(
                text,
                text.value().replace("${" + key, "${" + meant.get()),
                Certainty.LIKELY,
                "the variable is replaced from then on");
      }
    } else if (subject.key(key).map(found -> found.many()).orElse(false)) {
      findings.add("variable-of-many-values", text.place(), "variable", key);
    }
    var otherwise = variable.otherwise();
    if (!otherwise.isEmpty() && !otherwise.matches("'[^']*'")) {
      var bare = otherwise.replaceAll("[\"']", "");
      findings
          .add("variable-default-unquoted", text.place(), "variable", key, "otherwise", otherwise)
          .replace(
              text,
              text.value()
                  .replace("${" + variable.inside() + "}", "${" + key + ", '" + bare + "'}"),
              Certainty.CERTAIN,
              "the default is used from then on");
    }
  }

  private static void places(StatementView statement, Findings findings) {
    statement
        .action()
        .ifPresent(element ->
            element.values().forEach(text -> never(text, "`" + element.name() + "`", findings)));
    statement.principals().forEach(principal -> never(principal.name(), "`Principal`", findings));
    statement
        .resource()
        .ifPresent(element -> element.values().forEach(text -> beforeFifthColon(text, findings)));
    for (var condition : statement.conditions()) {
      if (condition.comparison().filter(one -> !REPLACED.contains(one)).isPresent()) {
        condition
            .values()
            .forEach(text -> never(text, "values of `" + condition.operator() + "`", findings));
      }
    }
  }

  private static void never(Text text, String where, Findings findings) {
    if (!text.isBeyondMeasure()
        && !Variables.in(text.value()).isEmpty()
        && !findings.isMarked(text.place())) {
      findings.add("variable-not-replaced", text.place(), "value", text.value(), "where", where);
    }
  }

  private static void beforeFifthColon(Text text, Findings findings) {
    if (text.isBeyondMeasure() || !text.value().contains("${")) {
      return;
    }
    var masked = text.value().replaceAll("\\$\\{[^}]*\\}", "\u0000");
    var parts = masked.split(":", 6);
    for (var i = 0; i < Math.min(5, parts.length); i++) {
      if (parts[i].indexOf('\u0000') >= 0 && !findings.isMarked(text.place())) {
        findings.add(
            "variable-not-replaced",
            text.place(),
            "value",
            text.value(),
            "where",
            "the first five parts of an ARN");
      }
    }
  }
}
