package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.Set;

/// What conditions do to requests that do not bring their key.
final class AbsenceCheck implements Check {
  private static final String MFA = "aws:MultiFactorAuthPresent";
  private static final Set<String> NETWORK =
      Set.of("aws:sourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        negatedAllow(statement, condition, subject, findings);
        secondFactor(statement, condition, findings);
        services(statement, condition, findings);
        transport(statement, condition, findings);
      }
    }
  }

  private static void negatedAllow(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    var key = subject.key(condition.key());
    if (!statement.allows()
        || !condition.isNegated()
        || !condition.has(Quantifier.SINGLE)
        || key.isEmpty()
        || key.get().isAlwaysPresent()
        || key.get().presence().startsWith("always")
        || key.get().presence().startsWith("almost")) {
      return;
    }
    var asked =
        statement
            .on(condition.key())
            .anyMatch(other ->
                other != condition
                    && ((other.compares(Comparison.NULL) && other.holds("false"))
                        || (!other.isNegated() && !other.isIfExists() && other.comparesValues())));
    if (!asked) {
      findings.add(
          "negated-allows-absent",
          condition.place(),
          "key",
          condition.key(),
          "operator",
          condition.operator());
    }
  }

  private static void secondFactor(
      StatementView statement, ConditionView condition, Findings findings) {
    if (!condition.isAbout(MFA) || !condition.compares(Comparison.BOOL)) {
      return;
    }
    if (statement.denies() && condition.holds("false") && !condition.isIfExists()) {
      rename(
          "mfa-denial-misses-keys",
          "BoolIfExists",
          "calls with long-term keys are denied from then on",
          statement,
          condition,
          findings);
    } else if (statement.allows() && condition.holds("true") && condition.isIfExists()) {
      rename(
          "mfa-allows-without",
          "Bool",
          "calls with long-term keys are not allowed from then on",
          statement,
          condition,
          findings);
    }
  }

  private static void rename(
      String slug,
      String operator,
      String changes,
      StatementView statement,
      ConditionView condition,
      Findings findings) {
    var reported = findings.add(slug, condition.place(), "operator", condition.operator());
    var steps = Renaming.operator(statement, condition, operator);
    if (!steps.isEmpty()) {
      reported.fix(
          "compare by `" + operator + "`",
          Certainty.LIKELY,
          changes,
          steps.toArray(Operation[]::new));
    }
  }

  private static void services(
      StatementView statement, ConditionView condition, Findings findings) {
    if (statement.denies()
        && condition.isNegated()
        && NETWORK.contains(condition.plainKey())
        && !statement.hasConditionOn(
            "aws:ViaAWSService",
            "aws:PrincipalIsAWSService",
            "aws:CalledVia",
            "aws:CalledViaFirst",
            "aws:CalledViaLast")) {
      findings.add("denial-hits-services", condition.place(), "key", condition.key());
    }
  }

  private static void transport(
      StatementView statement, ConditionView condition, Findings findings) {
    if (condition.isAbout("aws:SecureTransport")
        && condition.compares(Comparison.BOOL)
        && ((statement.denies() && condition.holds("true"))
            || (statement.allows() && condition.holds("false")))) {
      findings.add(
          "secure-transport-inverted",
          condition.place(),
          "effect",
          statement.denies() ? "denies what is encrypted" : "allows only what is not encrypted");
    }
  }
}
