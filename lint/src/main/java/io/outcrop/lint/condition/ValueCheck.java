package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import io.outcrop.lint.subject.Variables;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Values that their operator cannot compare.
final class ValueCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        condition
            .comparison()
            .ifPresent(found -> condition(statement, condition, found, subject, findings));
      }
    }
  }

  private static void condition(
      StatementView statement,
      ConditionView condition,
      Comparison comparison,
      Subject subject,
      Findings findings) {
    switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE ->
          wildcard(statement, condition, comparison, findings);
      case STRING_LIKE -> anything(condition, findings);
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          each(condition, "number-malformed", value -> number(value), findings);
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS -> {
        each(condition, "date-malformed", value -> date(value).isPresent(), findings);
        passed(statement, condition, comparison, subject, findings);
      }
      case BOOL, NULL -> booleans(condition, comparison, findings);
      case BINARY_EQUALS -> each(condition, "binary-malformed", ValueCheck::base64, findings);
      case ARN_EQUALS, ARN_LIKE ->
          each(condition, "arn-value-malformed", ValueCheck::arn, findings);
      case IP_ADDRESS -> {}
    }
  }

  private interface Form {
    boolean has(String value);
  }

  private static void each(ConditionView condition, String slug, Form form, Findings findings) {
    for (var text : condition.values()) {
      if (!text.value().contains("${") && !form.has(text.value())) {
        findings.add(
            slug,
            text.place(),
            "key",
            condition.key(),
            "value",
            text.value(),
            "operator",
            condition.operator());
      }
    }
  }

  private static void wildcard(
      StatementView statement, ConditionView condition, Comparison comparison, Findings findings) {
    for (var text : condition.values()) {
      if (!Variables.replaced(text.value()).equals(text.value()) || text.value().indexOf('*') < 0) {
        continue;
      }
      var like =
          condition.isNegated()
              ? condition.operator().replaceFirst("(?i)StringNotEquals", "StringNotLike")
              : condition.operator().replaceFirst("(?i)StringEquals", "StringLike");
      var reported =
          findings.add(
              "wildcard-in-equals",
              text.place(),
              "value",
              text.value(),
              "operator",
              condition.operator(),
              "like",
              comparison == Comparison.STRING_EQUALS ? like : "StringLike");
      var steps =
          comparison == Comparison.STRING_EQUALS
              ? Renaming.operator(statement, condition, like)
              : List.<Operation>of();
      if (!steps.isEmpty()) {
        reported.fix(
            "compare by `" + like + "`",
            Certainty.LIKELY,
            "the star stands for any characters from then on",
            steps.toArray(Operation[]::new));
      }
      return;
    }
  }

  private static void anything(ConditionView condition, Findings findings) {
    for (var text : condition.values()) {
      if (text.value().equals("*")) {
        findings.add(
            "like-anything",
            text.place(),
            "key",
            condition.key(),
            "effect",
            condition.isNegated() ? "absent" : "present");
      }
    }
  }

  private static void booleans(ConditionView condition, Comparison comparison, Findings findings) {
    for (var text : condition.values()) {
      var plain = text.value().toLowerCase(Locale.ROOT);
      if (!text.value().contains("${") && !plain.equals("true") && !plain.equals("false")) {
        var reported =
            findings.add(
                "boolean-malformed",
                text.place(),
                "key",
                condition.key(),
                "value",
                text.value(),
                "operator",
                condition.operator());
        var meant = boolMeant(plain.strip());
        if (!meant.isEmpty()) {
          reported.replace(text, meant, Certainty.LIKELY, "the condition can hold from then on");
        }
      }
    }
    if (condition.values().stream().anyMatch(text -> text.value().equalsIgnoreCase("true"))
        && condition.values().stream().anyMatch(text -> text.value().equalsIgnoreCase("false"))) {
      findings.add(
          comparison == Comparison.NULL ? "null-both-values" : "bool-both-values",
          condition.place(),
          "key",
          condition.key());
    }
  }

  private static String boolMeant(String plain) {
    return switch (plain) {
      case "true", "yes", "1", "on" -> "true";
      case "false", "no", "0", "off" -> "false";
      default -> "";
    };
  }

  /// A grant until a date that is over, or a denial that is: both are left from some earlier time.
  private static void passed(
      StatementView statement,
      ConditionView condition,
      Comparison comparison,
      Subject subject,
      Findings findings) {
    var until =
        comparison == Comparison.DATE_LESS_THAN || comparison == Comparison.DATE_LESS_THAN_EQUALS;
    if (!until || !(condition.isAbout("aws:CurrentTime") || condition.isAbout("aws:EpochTime"))) {
      return;
    }
    for (Text text : condition.values()) {
      date(text.value())
          .filter(date -> date.isBefore(subject.options().at()))
          .ifPresent(_ ->
              findings.add(
                  "date-passed",
                  text.place(),
                  "value",
                  text.value(),
                  "effect",
                  statement.allows() ? "allows" : "denies"));
    }
  }

  private static boolean number(String value) {
    return value.matches("-?\\d+(\\.\\d+)?");
  }

  static Optional<Instant> date(String value) {
    try {
      if (value.matches("-?\\d{5,}(\\.\\d+)?")) {
        return Optional.of(Instant.ofEpochSecond((long) Double.parseDouble(value)));
      }
      if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      if (value.matches("\\d{4}(-\\d{2})?")) {
        var day = value.length() == 4 ? value + "-01-01" : value + "-01";
        return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      return Optional.of(
          OffsetDateTime.parse(value.replaceFirst("T(\\d{2}:\\d{2})(?=Z|[+-])", "T$1:00"))
              .toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean base64(String value) {
    try {
      Base64.getDecoder().decode(value);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean arn(String value) {
    return value.equals("*") || (value.startsWith("arn:") && Patterns.parts(value).size() == 6);
  }
}
