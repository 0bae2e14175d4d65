package io.outcrop.lint.element;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// `Sid`: letters and digits, each once.
final class SidCheck implements Check {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]*");
  private static final Set<PolicyKind> PLAIN_ONLY =
      Set.of(PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION);

  @Override
  public void check(Subject subject, Findings findings) {
    var seen = new HashSet<String>();
    for (var statement : subject.statements()) {
      var sid = statement.source().text("Sid").orElse("");
      var place = statement.placeOf("Sid");
      if (PLAIN_ONLY.contains(subject.kind()) && !PLAIN.matcher(sid).matches()) {
        var plain = sid.replaceAll("[^A-Za-z0-9]", "");
        findings
            .add("sid-characters", place, "sid", sid)
            .fix(
                "write `" + plain + "`",
                Certainty.CERTAIN,
                "",
                Steps.replace(place.pointer(), Json.of(plain)));
      }
      if (!sid.isEmpty() && !seen.add(sid)) {
        var other = other(sid, seen);
        findings
            .add("sid-twice", place, "sid", sid)
            .fix(
                "write `" + other + "`",
                Certainty.CERTAIN,
                "",
                Steps.replace(place.pointer(), Json.of(other)));
        seen.add(other);
      }
    }
  }

  private static String other(String sid, Set<String> seen) {
    var number = 2;
    while (seen.contains(sid + number)) {
      number++;
    }
    return sid + number;
  }
}
