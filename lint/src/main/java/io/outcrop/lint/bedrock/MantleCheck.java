package io.outcrop.lint.bedrock;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;

/// Bedrock's two services, whose actions and resources do not go together, and actions that know no
/// profile.
final class MantleCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      var actions = subject.actions(statement);
      if (!actions.isEmpty()) {
        if (actions.stream().allMatch(action -> action.service().equals("bedrock"))) {
          mixed("mantle-arn-for-bedrock-action", "bedrock-mantle", statement, subject, findings);
        } else if (actions.stream().allMatch(action -> action.service().equals("bedrock-mantle"))) {
          mixed("bedrock-arn-for-mantle-action", "bedrock", statement, subject, findings);
        }
        countTokens(statement, subject, findings);
      }
    }
  }

  private static void mixed(
      String slug, String service, StatementView statement, Subject subject, Findings findings) {
    for (var text : statement.resources()) {
      var parts = Patterns.parts(subject.pattern(text.value()));
      if (parts.size() == 6 && parts.get(2).equals(service)) {
        findings.add(slug, text.place(), "arn", text.value());
      }
    }
  }

  private static void countTokens(StatementView statement, Subject subject, Findings findings) {
    var arns = BedrockArn.in(statement, subject);
    if (arns.stream().noneMatch(BedrockArn::isProfile)
        || arns.stream().anyMatch(BedrockArn::isModel)
        || statement.isOnEverything()) {
      return;
    }
    statement.actions().stream()
        .filter(text -> text.value().equalsIgnoreCase("bedrock:CountTokens"))
        .findFirst()
        .ifPresent(text -> findings.add("bedrock-count-tokens-on-profile", text.place()));
  }
}
