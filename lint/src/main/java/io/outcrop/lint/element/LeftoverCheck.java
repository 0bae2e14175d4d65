package io.outcrop.lint.element;

import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.List;
import java.util.regex.Pattern;

/// What templates leave behind: variables of another language, and places where a value was to be
/// filled in.
final class LeftoverCheck implements Check {
  private static final Pattern CLOUDFORMATION =
      Pattern.compile("\\$\\{(AWS::[A-Za-z]+|[A-Z][A-Za-z0-9]+(\\.[A-Z][A-Za-z]+)?)\\}");
  private static final Pattern TERRAFORM =
      Pattern.compile("&\\{[a-z0-9-]+:[^}]*\\}|\\$\\{(var|local|data|aws_[a-z_]+)\\.[^}]*\\}");
  private static final List<String> SIGNS =
      List.of("{", "<", "ACCOUNT", "YOUR", "your", "REGION", "REPLACE", "EXAMPLE-", "XXXX");
  private static final Pattern TO_FILL_IN =
      Pattern.compile(
          "<[A-Za-z][A-Za-z0-9 _-]*>|\\{\\{[^}]*\\}\\}"
              + "|\\b(?:ACCOUNT[-_]?ID|YOUR[-_][A-Z-_]+|YOUR-[a-z-]+|your-account-id|REGION|REPLACE[-_]?ME|"
              + "EXAMPLE-BUCKET|XXXXXXXXXXXX)\\b");

  private static boolean maybe(String text) {
    return SIGNS.stream().anyMatch(text::contains);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      statement.texts().forEach(text -> text(text, findings));
    }
  }

  private static void text(Text text, Findings findings) {
    if (text.isBeyondMeasure() || !maybe(text.value())) {
      return;
    }
    var terraform = TERRAFORM.matcher(text.value());
    var formation = CLOUDFORMATION.matcher(text.value());
    var fill = TO_FILL_IN.matcher(text.value());
    if (terraform.find()) {
      var found = terraform.group();
      var reported = findings.add("terraform-variable-left", text.place(), "found", found);
      if (found.startsWith("&")) {
        reported.replace(
            text,
            text.value().replace("&{", "${"),
            Certainty.CERTAIN,
            "the variable is replaced from then on");
      }
    } else if (formation.find()) {
      findings.add("cloudformation-variable-left", text.place(), "found", formation.group());
    } else if (fill.find()) {
      findings.add("placeholder-left", text.place(), "found", fill.group());
    }
  }
}
