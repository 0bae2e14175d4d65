package io.outcrop.lint.element;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Place;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Variables;
import java.util.List;
import java.util.Set;

/// The outermost object: `Version`, `Id`, `Statement` and nothing else.
final class DocumentCheck implements Check {
  private static final String CURRENT = "2012-10-17";
  private static final String OLD = "2008-10-17";
  private static final List<String> KNOWN = List.of("Version", "Id", "Statement");
  private static final Set<PolicyKind> WITHOUT_ID =
      Set.of(
          PolicyKind.IDENTITY,
          PolicyKind.BOUNDARY,
          PolicyKind.SESSION,
          PolicyKind.SCP,
          PolicyKind.RCP);

  @Override
  public void check(Subject subject, Findings findings) {
    if (!(subject.root() instanceof Json.Obj root)) {
      findings.add("policy-not-an-object", subject.place(), "found", subject.root().kind());
      return;
    }
    members(root, subject, findings);
    version(root, subject, findings);
    statements(root, subject, findings);
  }

  private static void members(Json.Obj root, Subject subject, Findings findings) {
    root.members()
        .forEach((name, member) -> {
          var place = subject.place().member(name, member.namePosition());
          if (!KNOWN.contains(name)) {
            unknown(name, KNOWN, root, place, findings);
          }
        });
    if (root.members().containsKey("Id") && WITHOUT_ID.contains(subject.kind())) {
      findings
          .add("id-not-used-here", place(root, "Id", subject))
          .fix("take `Id` out", Certainty.CERTAIN, "", Steps.remove("/Id"));
    }
  }

  static void unknown(
      String name, List<String> known, Json.Obj holder, Place place, Findings findings) {
    var meant = Nearest.of(name, known.stream()).filter(one -> !holder.members().containsKey(one));
    if (meant.isEmpty()) {
      findings.add("unknown-element", place, "element", name);
      return;
    }
    findings
        .add("unknown-element", place, "element", name, "meant", meant.get())
        .fix(
            "rename it to `" + meant.get() + "`",
            Certainty.LIKELY,
            "the policy can be read from then on",
            Steps.rename(place.pointer(), meant.get()));
  }

  private static void version(Json.Obj root, Subject subject, Findings findings) {
    var place = place(root, "Version", subject);
    var variables =
        subject.statements().stream()
            .flatMap(statement -> statement.texts().stream())
            .anyMatch(text -> !Variables.in(text.value()).isEmpty());
    var changes = variables ? "policy variables are replaced from then on" : "";
    var add = Steps.add("/Version", Json.of(CURRENT));
    var version = root.get("Version");
    var isOld = version.isEmpty() || version.get().asText().filter(OLD::equals).isPresent();
    if (isOld && variables) {
      findings
          .add("old-version-with-variables", place, "version", version.isEmpty() ? "none" : OLD)
          .fix("write `Version` `" + CURRENT + "`", Certainty.LIKELY, changes, add);
    } else if (version.isEmpty()) {
      findings
          .add("missing-version", place)
          .fix("write `Version` `" + CURRENT + "`", Certainty.CERTAIN, "", add);
    } else if (isOld && subject.kind() == PolicyKind.RCP) {
      findings
          .add("rcp-version", place)
          .fix("write `Version` `" + CURRENT + "`", Certainty.CERTAIN, "", add);
    }
    version
        .flatMap(Json::asText)
        .filter(text -> !text.equals(CURRENT) && !text.equals(OLD))
        .ifPresent(text ->
            findings
                .add("unknown-version", place, "version", text)
                .fix(
                    "write `Version` `" + CURRENT + "`",
                    Certainty.LIKELY,
                    "the policy can be read from then on",
                    add));
  }

  private static void statements(Json.Obj root, Subject subject, Findings findings) {
    var statements = root.get("Statement");
    var isEmpty =
        statements.orElse(Json.ofNull()) instanceof Json.Arr array && array.elements().isEmpty();
    if (isEmpty || (statements.isEmpty() && !findings.has("unknown-element", subject.place()))) {
      findings.add("missing-statement", place(root, "Statement", subject));
    }
  }

  private static Place place(Json.Obj root, String name, Subject subject) {
    var member = root.members().get(name);
    return member == null ? subject.place() : subject.place().member(name, member.namePosition());
  }
}
