package io.outcrop.lint.bedrock;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.Locale;

/// Subscriptions that the first call of a model makes in the background. Source: Amazon Bedrock
/// User Guide, "Access Amazon Bedrock foundation models", read 2026-10.
final class MarketplaceCheck implements Check {
  private static final String SUBSCRIBE = "aws-marketplace:Subscribe";
  private static final String RUNTIME = "bedrock.amazonaws.com";
  private static final String MANTLE = "bedrock-mantle.amazonaws.com";
  private static final String VIA = "aws:CalledViaLast";

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.kind() != PolicyKind.IDENTITY) {
      return;
    }
    var mantle =
        subject.allowing().anyMatch(one -> subject.isAbout(one, "bedrock-mantle:CreateInference"));
    subject
        .allowing()
        .forEach(statement ->
            statement.actions().stream()
                .filter(text -> !text.value().equals("*"))
                .filter(text -> Patterns.matchesIgnoringCase(text.value(), SUBSCRIBE))
                .findFirst()
                .ifPresent(text -> subscribe(statement, text, mantle, subject, findings)));
  }

  private static void subscribe(
      StatementView statement, Text text, boolean mantle, Subject subject, Findings findings) {
    var via = statement.conditions().stream().filter(MarketplaceCheck::isVia).toList();
    if (via.isEmpty() && !statement.hasConditionOn("aws-marketplace:ProductId")) {
      direct(statement, text, subject, findings);
    } else if (mantle
        && !via.isEmpty()
        && via.stream().anyMatch(one -> one.holds(RUNTIME))
        && via.stream().noneMatch(one -> one.holds(MANTLE))) {
      findings.add(
          "marketplace-not-by-mantle", via.getFirst().place(), "key", via.getFirst().key());
    }
  }

  private static void direct(
      StatementView statement, Text text, Subject subject, Findings findings) {
    var reported =
        findings.add("marketplace-subscribe-direct", text.place(), "action", text.value());
    var alone =
        !subject.actions(statement).isEmpty()
            && subject.actions(statement).stream()
                .allMatch(action -> action.service().equals("aws-marketplace"));
    if (alone && statement.source().get("Condition").isEmpty()) {
      reported.fix(
          "allow it through Bedrock only",
          Certainty.LIKELY,
          "products can no longer be subscribed to but through Bedrock",
          Steps.add(
              statement.place().pointer() + "/Condition",
              Json.object().with("StringEquals", Json.object().with(VIA, Json.of(RUNTIME)))));
    }
  }

  private static boolean isVia(ConditionView condition) {
    return condition.plainKey().startsWith(VIA.substring(0, 13).toLowerCase(Locale.ROOT));
  }
}
