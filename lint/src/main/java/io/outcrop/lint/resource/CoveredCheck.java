package io.outcrop.lint.resource;

import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Element;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Subject;

/// Resources in one list of which one says all that the other says.
final class CoveredCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      statement.resource().ifPresent(element -> element(element, subject, findings));
    }
  }

  private static void element(Element element, Subject subject, Findings findings) {
    var values = element.values();
    for (var i = 0; i < values.size(); i++) {
      for (var j = 0; j < values.size(); j++) {
        var inner = values.get(i).value();
        var outer = values.get(j).value();
        if (i != j
            && covers(outer, inner, subject)
            && (j < i || !covers(inner, outer, subject))) {
          findings
              .add("resource-covered", values.get(i).place(), "arn", inner, "by", outer)
              .remove(values.get(i), Certainty.CERTAIN, "");
          break;
        }
      }
    }
  }

  private static boolean covers(String outer, String inner, Subject subject) {
    return outer.equals(inner)
        || (!outer.contains("${") && Patterns.coversArn(outer, subject.pattern(inner)));
  }
}
