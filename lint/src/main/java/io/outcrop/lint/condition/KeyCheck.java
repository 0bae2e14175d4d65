package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.reference.Action;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a key exists, and whether the actions of the statement know it.
final class KeyCheck implements Check {
  private static final int MOST = 3;
  private static final Set<String> TAGS =
      Set.of("aws:requesttag", "aws:resourcetag", "aws:principaltag");

  /// Keys that other identity providers bring have that provider's name in front, not a service's.
  private static final Set<String> PROVIDERS = Set.of("saml", "ldap", "catalog", "identitycenter");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        condition(statement, condition, subject, findings);
      }
    }
  }

  private static void condition(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    var key = condition.key();
    if (TAGS.contains(condition.plainKey().replaceAll("/$", ""))) {
      findings.add("tag-key-missing", condition.place(), "key", key);
    } else if (condition.isAbout("aws:InferenceProfileArn")) {
      rename(
          "bedrock-profile-key",
          condition,
          statement,
          "bedrock:InferenceProfileArn",
          Certainty.CERTAIN,
          findings);
    } else if (!isKnown(key, subject)) {
      var meant = subject.reference().nearestKey(key).filter(one -> !one.contains("${"));
      if (meant.isPresent()) {
        rename("key-unknown", condition, statement, meant.get(), Certainty.LIKELY, findings);
      } else {
        findings.add("key-unknown", condition.place(), "key", key);
      }
    } else {
      known(statement, condition, subject, findings);
    }
  }

  static boolean isKnown(String key, Subject subject) {
    var colon = key.lastIndexOf(':');
    var prefix = colon < 0 ? "" : key.substring(0, colon).toLowerCase(Locale.ROOT);
    return prefix.contains(".") || PROVIDERS.contains(prefix) || subject.key(key).isPresent();
  }

  private static void rename(
      String slug,
      ConditionView condition,
      StatementView statement,
      String meant,
      Certainty certainty,
      Findings findings) {
    var reported = findings.add(slug, condition.place(), "key", condition.key(), "meant", meant);
    var keys =
        statement
            .source()
            .object("Condition")
            .flatMap(all -> all.object(condition.operator()))
            .orElse(Json.object());
    if (!keys.members().containsKey(meant)) {
      reported.fix(
          "write `" + meant + "`",
          certainty,
          "the condition is about a key that requests bring from then on",
          Steps.rename(condition.place().pointer(), meant));
    }
  }

  private static void known(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    var actions = subject.actions(statement);
    var everything = statement.actions().stream().anyMatch(text -> text.value().equals("*"));
    if (actions.isEmpty() || everything || isGlobal(condition, subject)) {
      return;
    }
    var without = actions.stream().filter(action -> !action.knows(condition.key())).toList();
    if (without.size() == actions.size()) {
      findings.add(
          "key-not-for-action",
          condition.place(),
          "key",
          condition.key(),
          "actions",
          words(without),
          "effect",
          effect(condition));
    } else if (isAskedFor(condition)) {
      var named =
          without.stream()
              .filter(action ->
                  statement.actions().stream()
                      .anyMatch(text -> text.value().equalsIgnoreCase(action.id())))
              .toList();
      if (!named.isEmpty()) {
        findings.add(
            "key-not-for-every-action",
            condition.place(),
            "key",
            condition.key(),
            "actions",
            words(named),
            "effect",
            statement.allows() ? "never allows" : "never denies");
      }
    }
  }

  /// Tags of requests are global keys by name, but only actions that take tags bring them.
  private static boolean isGlobal(ConditionView condition, Subject subject) {
    var key = condition.plainKey();
    return !key.startsWith("aws:requesttag/")
        && !key.equals("aws:tagkeys")
        && subject.key(key).map(found -> found.isGlobal()).orElse(true);
  }

  private static boolean isAskedFor(ConditionView condition) {
    return !condition.isIfExists() && !condition.isNegated() && condition.comparesValues();
  }

  private static String effect(ConditionView condition) {
    var asksForAbsence = condition.compares(Comparison.NULL) && condition.holds("true");
    return condition.isNegated() || condition.isIfExists() || asksForAbsence ? "always" : "never";
  }

  private static String words(List<Action> actions) {
    var first =
        actions.stream()
            .limit(MOST)
            .map(action -> "`" + action.id() + "`")
            .collect(Collectors.joining(", "));
    return actions.size() > MOST ? first + " and " + (actions.size() - MOST) + " more" : first;
  }
}
