package io.outcrop.lint.resource;

import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Element;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Subject;
import java.util.HashSet;

/// Resources in one list of which one says all that the other says.
final class CoveredCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      statement.resource().ifPresent(element -> element(element, subject, findings));
    }
  }

  private static void element(Element element, Subject subject, Findings findings) {
    var wide =
        element.values().stream()
            .filter(text -> text.hasWildcard() && !text.value().contains("${"))
            .toList();
    var seen = new HashSet<String>();
    for (var text : element.values()) {
      var arn = text.value();
      if (!seen.add(arn)) {
        findings
            .add("resource-repeated", text.place(), "arn", arn)
            .remove(text, Certainty.CERTAIN, "");
        continue;
      }
      wide.stream()
          .filter(outer -> !outer.value().equals(arn))
          .filter(outer -> Patterns.coversArn(outer.value(), subject.pattern(arn)))
          .findFirst()
          .ifPresent(outer ->
              findings
                  .add("resource-covered", text.place(), "arn", arn, "by", outer.value())
                  .remove(text, Certainty.CERTAIN, ""));
    }
  }
}
