package io.outcrop.lint.width;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.reference.Action;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Place;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Grants that are wider than a task can need. The widest thing that is wrong with a statement is
/// said; what follows from it is not.
public final class WidthChecks implements Check {
  private static final int MOST = 3;
  private static final Set<PolicyKind> GRANTING =
      Set.of(PolicyKind.IDENTITY, PolicyKind.SESSION, PolicyKind.RESOURCE);
  private final SensitiveActions sensitive = new SensitiveActions();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      denial(statement, findings);
      negation(statement, subject, findings);
      if (statement.allows() && GRANTING.contains(subject.kind())) {
        var wide = everything(statement, subject, findings);
        passing(statement, subject, findings);
        if (!wide) {
          narrower(statement, subject, findings);
        }
      }
    }
  }

  private static void denial(StatementView statement, Findings findings) {
    if (statement.denies()
        && statement.isUnconditional()
        && statement.isOnEverything()
        && statement.actions().stream().anyMatch(WidthChecks::isStar)
        && statement.principals().stream().allMatch(one -> one.isEveryone() && !one.negated())) {
      findings.add("deny-everything", statement.place());
    }
  }

  private static void negation(StatementView statement, Subject subject, Findings findings) {
    if (!statement.allows() || !GRANTING.contains(subject.kind())) {
      return;
    }
    if (statement.element("NotAction").isPresent()) {
      findings.add("allow-not-action", statement.placeOf("NotAction"));
    }
    if (statement.element("NotResource").isPresent()) {
      findings.add("allow-not-resource", statement.placeOf("NotResource"));
    }
  }

  private static boolean everything(StatementView statement, Subject subject, Findings findings) {
    if (!statement.isOnEverything()) {
      return false;
    }
    var found = false;
    for (var text : statement.actions()) {
      var value = text.value();
      if (isStar(text)) {
        if (subject.kind() != PolicyKind.RESOURCE && statement.isUnconditional()) {
          findings.add("allow-everything", text.place());
        }
        found = true;
      } else if (value.endsWith(":*") && subject.kind() != PolicyKind.RESOURCE) {
        var service = value.substring(0, value.length() - 2);
        var slug =
            service.equalsIgnoreCase("bedrock") ? "allow-all-of-bedrock" : "allow-whole-service";
        findings.add(slug, text.place(), "service", service);
        found = true;
      }
    }
    return found;
  }

  private static void passing(StatementView statement, Subject subject, Findings findings) {
    for (var text : statement.actions()) {
      if (isStar(text) || !Patterns.matchesIgnoringCase(text.value(), "iam:PassRole")) {
        continue;
      }
      var anywhere =
          statement.resources().stream()
              .map(Text::value)
              .anyMatch(one -> one.equals("*") || one.matches("arn:[^:]*:iam::[^:]*:(role/)?\\*"));
      if (anywhere) {
        findings.add("pass-any-role", text.place());
      }
      if (!statement.hasConditionOn("iam:PassedToService", "iam:AssociatedResourceArn")) {
        findings.add("pass-role-to-any-service", text.place());
      }
    }
    if (subject.isAbout(statement, "sts:AssumeRole")
        && statement.isOnEverything()
        && statement.actions().stream().noneMatch(WidthChecks::isStar)
        && !statement.hasConditionOn(
            "aws:ResourceOrgID", "aws:ResourceAccount", "aws:ResourceTag")) {
      assumed(statement, findings);
    }
  }

  private static void assumed(StatementView statement, Findings findings) {
    statement.actions().stream()
        .filter(text -> Patterns.matchesIgnoringCase(text.value(), "sts:AssumeRole"))
        .findFirst()
        .ifPresent(text -> findings.add("assume-any-role", text.place()));
  }

  private void narrower(StatementView statement, Subject subject, Findings findings) {
    if (subject.kind() == PolicyKind.RESOURCE || !isOnAnyOfThem(statement)) {
      return;
    }
    var rest = new ArrayList<>(subject.actions(statement));
    rest.removeIf(action -> action.types().isEmpty() || isSaidElsewhere(action));
    var place = anyOfThem(statement);
    report("escalation-on-any-resource", rest, sensitive::escalates, place, findings);
    report("credentials-on-any-resource", rest, sensitive::givesCredentials, place, findings);
    report("data-on-any-resource", rest, sensitive::readsData, place, findings);
    report(
        "permissions-on-any-resource",
        rest,
        action -> action.access() == Action.Access.PERMISSIONS,
        place,
        findings);
    report(
        "write-on-any-resource",
        rest,
        action ->
            action.access() == Action.Access.WRITE || action.access() == Action.Access.TAGGING,
        place,
        findings);
    report("any-resource", rest, _ -> true, place, findings);
    unlimitedKeys(statement, subject, findings);
  }

  /// Takes the actions that `is` is true of out of `rest`, and says so if there are any.
  private static void report(
      String slug, List<Action> rest, Predicate<Action> is, Place place, Findings findings) {
    var found = rest.stream().filter(is).toList();
    rest.removeIf(is);
    if (!found.isEmpty()) {
      findings.add(slug, place, "actions", words(found));
    }
  }

  private static void unlimitedKeys(StatementView statement, Subject subject, Findings findings) {
    if (subject.isAbout(statement, "iam:CreateServiceSpecificCredential")
        && !statement.hasConditionOn("iam:ServiceSpecificCredentialAgeDays")) {
      statement.actions().stream()
          .filter(text ->
              Patterns.matchesIgnoringCase(text.value(), "iam:CreateServiceSpecificCredential"))
          .findFirst()
          .ifPresent(text -> {
            var reported = findings.add("bedrock-key-without-end", text.place());
            if (statement.isUnconditional() && statement.source().get("Condition").isEmpty()) {
              reported.fix(
                  "ask for a key of at most 30 days",
                  Certainty.NEEDS_VALUES,
                  "keys that live longer are no longer allowed",
                  Steps.add(
                      statement.place().pointer() + "/Condition",
                      Json.object()
                          .with(
                              "NumericLessThanEquals",
                              Json.object()
                                  .with("iam:ServiceSpecificCredentialAgeDays", Json.of("30")))));
            }
          });
    }
  }

  /// Models have findings of their own, and passing and assuming roles too.
  private static boolean isSaidElsewhere(Action action) {
    return action.service().startsWith("bedrock")
        || action.id().equals("iam:PassRole")
        || action.id().equals("sts:AssumeRole");
  }

  private static boolean isOnAnyOfThem(StatementView statement) {
    return statement.isOnEverything();
  }

  private static Place anyOfThem(StatementView statement) {
    return statement.resources().stream()
        .filter(WidthChecks::isStar)
        .map(Text::place)
        .findFirst()
        .orElse(statement.place());
  }

  private static boolean isStar(Text text) {
    return text.value().equals("*");
  }

  private static String words(List<Action> actions) {
    var first = actions.stream().limit(MOST).map(action -> "`" + action.id() + "`");
    var more =
        actions.size() > MOST ? Stream.of((actions.size() - MOST) + " more") : Stream.<String>of();
    return Stream.concat(first, more).collect(Collectors.joining(", "));
  }
}
