package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Regions;
import io.outcrop.lint.subject.Shipped;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Values of keys whose values have a form, or are few.
final class KnownValueCheck implements Check {
  private static final String MATCHED = "the value can be met from then on";
  private static final Set<Comparison> STRINGS =
      Set.of(
          Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);
  private static final Set<String> ACCOUNTS =
      Set.of(
          "aws:principalaccount",
          "aws:resourceaccount",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:vpceaccount",
          "s3:resourceaccount",
          "kms:calleraccount");
  private static final Set<String> ORGANIZATIONS =
      Set.of("aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid");
  private static final Set<String> PATHS =
      Set.of(
          "aws:principalorgpaths",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:vpceorgpaths");
  private static final Set<String> SERVICES =
      Set.of(
          "aws:calledvia",
          "aws:calledviafirst",
          "aws:calledvialast",
          "aws:principalservicename",
          "iam:passedtoservice",
          "kms:viaservice");
  private final Map<String, List<String>> few = new HashMap<>();
  private final Regions regions = new Regions();

  KnownValueCheck() {
    Shipped.object("key-values.json")
        .object("values")
        .orElse(Json.object())
        .members()
        .forEach((key, member) -> {
          var values = new ArrayList<String>();
          if (member.value() instanceof Json.Arr array) {
            array.elements().forEach(value -> value.asText().ifPresent(values::add));
          }
          few.put(key.toLowerCase(Locale.ROOT), List.copyOf(values));
        });
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        if (condition.comparison().filter(STRINGS::contains).isPresent()) {
          condition.values().forEach(text -> value(condition, text, findings));
        }
      }
    }
  }

  private void value(ConditionView condition, Text text, Findings findings) {
    var value = text.value();
    var key = condition.plainKey();
    if (!value.equals(value.strip())) {
      findings
          .add("value-edge-blanks", text.place(), "key", condition.key(), "value", value)
          .replace(text, value.strip(), Certainty.LIKELY, MATCHED);
      return;
    }
    if (value.contains("${") || Patterns.hasWildcard(value)) {
      if (PATHS.contains(key) && !value.contains("${")) {
        path(condition, text, findings);
      }
      return;
    }
    if (few.containsKey(key)) {
      few(condition, text, few.get(key), findings);
    } else if (key.equals("aws:requestedregion")) {
      region(text, findings);
    } else if (ACCOUNTS.contains(key) && !value.matches("\\d{12}")) {
      findings.add("account-value-malformed", text.place(), "key", condition.key(), "value", value);
    } else if (ORGANIZATIONS.contains(key) && !value.matches("o-[a-z0-9]{10,32}")) {
      findings.add("org-id-malformed", text.place(), "key", condition.key(), "value", value);
    } else if (PATHS.contains(key)) {
      path(condition, text, findings);
    } else if (SERVICES.contains(key) && !value.contains(".amazonaws.")) {
      findings.add("service-value-malformed", text.place(), "key", condition.key(), "value", value);
    } else {
      network(condition, text, findings);
    }
  }

  private static void few(
      ConditionView condition, Text text, List<String> values, Findings findings) {
    if (values.contains(text.value())) {
      return;
    }
    var reported =
        findings.add(
            "key-value-unknown",
            text.place(),
            "key",
            condition.key(),
            "value",
            text.value(),
            "values",
            "`" + String.join("`, `", values) + "`");
    Nearest.of(text.value(), values.stream())
        .ifPresent(meant -> reported.replace(text, meant, Certainty.LIKELY, MATCHED));
  }

  private void region(Text text, Findings findings) {
    if (text.value().equals("unspecified") || regions.exists(text.value())) {
      return;
    }
    var meant = regions.nearest(text.value());
    if (meant.isPresent()) {
      findings
          .add("region-value-unknown", text.place(), "value", text.value(), "meant", meant.get())
          .replace(text, meant.get(), Certainty.LIKELY, MATCHED);
    } else {
      findings.add("region-value-unknown", text.place(), "value", text.value());
    }
  }

  private static void path(ConditionView condition, Text text, Findings findings) {
    var value = text.value();
    if (!value.startsWith("o-") || !(value.endsWith("/") || value.endsWith("*"))) {
      findings.add("org-path-malformed", text.place(), "key", condition.key(), "value", value);
    }
  }

  private static void network(ConditionView condition, Text text, Findings findings) {
    var prefix =
        switch (condition.plainKey()) {
          case "aws:sourcevpc" -> "vpc-";
          case "aws:sourcevpce" -> "vpce-";
          default -> "";
        };
    if (!text.value().startsWith(prefix)) {
      findings.add(
          "vpc-id-mixed-up",
          text.place(),
          "key",
          condition.key(),
          "value",
          text.value(),
          "prefix",
          prefix);
    }
  }
}
