package io.outcrop.lint.bedrock;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.Set;

/// Guardrails: their ARN has no version as a resource, and may have one as a condition value.
final class GuardrailCheck implements Check {
  private static final String APPLY = "bedrock:ApplyGuardrail";
  private static final Set<Comparison> WHOLE =
      Set.of(
          Comparison.STRING_EQUALS,
          Comparison.ARN_EQUALS,
          Comparison.ARN_LIKE,
          Comparison.STRING_LIKE);

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var arn : BedrockArn.in(statement, subject)) {
        if (arn.parts().get(5).matches("guardrail/[^:/*]+[:/](DRAFT|\\d+)")) {
          findings
              .add("bedrock-guardrail-with-version", arn.text().place(), "arn", arn.text().value())
              .replace(
                  arn.text(),
                  arn.with(5, "guardrail/" + arn.id().replaceFirst("[:/].*", "")),
                  Certainty.CERTAIN,
                  "the guardrail is matched from then on");
        }
      }
      statement.conditions().forEach(condition -> identifier(condition, findings));
      if (statement.allows()) {
        profiles(statement, subject, findings);
      }
    }
  }

  private static void identifier(ConditionView condition, Findings findings) {
    if (!condition.isAbout("bedrock:GuardrailIdentifier")
        || condition.comparison().filter(WHOLE::contains).isEmpty()) {
      return;
    }
    for (var text : condition.values()) {
      if (text.value().matches("arn:[^:]*:bedrock:[^:]*:[^:]*:guardrail/[A-Za-z0-9]+")) {
        findings.add(
            "guardrail-identifier-without-version",
            text.place(),
            "value",
            text.value(),
            "operator",
            condition.operator());
      }
    }
  }

  private static void profiles(StatementView statement, Subject subject, Findings findings) {
    var named =
        statement.actions().stream()
            .filter(text -> text.value().equalsIgnoreCase(APPLY))
            .findFirst();
    if (named.isEmpty() || statement.isOnEverything()) {
      return;
    }
    var anywhere =
        subject
            .allowing()
            .filter(one -> subject.isAbout(one, APPLY))
            .flatMap(one -> one.resources().stream())
            .anyMatch(text ->
                text.value().equals("*")
                    || Patterns.overlapArn(
                        subject.pattern(text.value()), "arn:*:bedrock:*:*:guardrail-profile/*"));
    if (!anywhere) {
      findings.add("bedrock-guardrail-profile-missing", named.get().place());
    }
  }
}
