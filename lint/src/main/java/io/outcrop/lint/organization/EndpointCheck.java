package io.outcrop.lint.organization;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.Arrays;
import java.util.Set;

/// Policies of VPC endpoints. Source: Amazon VPC, "Control access to VPC endpoints using endpoint
/// policies", read 2026-11.
final class EndpointCheck implements Check {
  private static final int LEAST = 6;

  /// Keys whose values AWS makes: no part of one means anything.
  private static final Set<String> MADE =
      Set.of(
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:resourceaccount",
          "aws:resourceorgid",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpceaccount",
          "aws:vpceorgid");

  private static final Set<String> GATEWAY = Set.of("s3", "dynamodb");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      statement.conditions().forEach(condition -> condition(condition, findings));
      var gateway =
          !statement.actions().isEmpty()
              && statement.actions().stream()
                  .allMatch(text -> GATEWAY.contains(text.value().split(":", 2)[0]));
      if (gateway) {
        statement.principals().stream()
            .filter(principal -> !principal.isEveryone())
            .forEach(principal ->
                findings.add(
                    "endpoint-gateway-principal",
                    principal.name().place(),
                    "value",
                    principal.name().value()));
      }
    }
  }

  private static void condition(ConditionView condition, Findings findings) {
    var comparison = condition.comparison();
    if (comparison.isEmpty() || comparison.get() == Comparison.NULL) {
      return;
    }
    for (var text : condition.values()) {
      if (MADE.contains(condition.plainKey())) {
        if (text.hasWildcard()) {
          findings.add(
              "endpoint-wildcard-in-id",
              text.place(),
              "key",
              condition.key(),
              "value",
              text.value());
        }
      } else if (comparison.get() == Comparison.STRING_LIKE && isTooWide(text)) {
        findings.add(
            "endpoint-wildcard-too-wide",
            text.place(),
            "key",
            condition.key(),
            "value",
            text.value());
      }
    }
  }

  /// A value with a wildcard needs six characters in a row beside it.
  private static boolean isTooWide(Text text) {
    return text.hasWildcard()
        && Arrays.stream(text.value().split("[*?]", 0)).noneMatch(part -> part.length() >= LEAST);
  }
}
