package io.outcrop.access.meaning;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes back what one change of a policy did, and keeps what others did since. Statements are
/// compared by meaning.
///
/// @param before the policy as the change found it; empty if there was none
/// @param after the policy as the change left it; empty if it removed it
public record ThreeWay(List<Json.Obj> before, List<Json.Obj> after) {
  public ThreeWay {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// What taking a change back comes to.
  public sealed interface Outcome {
    /// Nothing of the change is left.
    record Nothing() implements Outcome {}

    /// The policy as it has to be: empty if it has to go.
    ///
    /// @param keepsOthers whether it holds what somebody else added since
    record Write(List<Json.Obj> document, boolean keepsOthers) implements Outcome {
      public Write {
        document = List.copyOf(document);
      }
    }

    /// Somebody else changed the very statements, so that nobody knows what they want.
    ///
    /// @param why what stands there now
    record Conflict(String why) implements Outcome {}
  }

  /// What has to be written over `now`.
  ///
  /// @param now the policy as it stands; empty if there is none
  public Outcome from(List<Json.Obj> now) {
    if (PolicyMeaning.same(now, before)) {
      return new Outcome.Nothing();
    }
    if (PolicyMeaning.same(now, after)) {
      return new Outcome.Write(before, false);
    }
    if (now.isEmpty()) {
      return before.isEmpty()
          ? new Outcome.Nothing()
          : new Outcome.Conflict("somebody else has removed it since");
    }
    return merged(now.getFirst());
  }

  private Outcome merged(Json.Obj now) {
    var standing = statements(List.of(now));
    var ours = without(statements(after), statements(before));
    var theirs = without(statements(before), statements(after));
    var missing = without(ours, standing);
    var back = without(theirs, standing);
    if (missing.size() == ours.size() && back.isEmpty() && !ours.isEmpty()) {
      return new Outcome.Nothing();
    }
    if (!missing.isEmpty()) {
      return new Outcome.Conflict(
          "statement %s has been changed or taken out by somebody else since; there are now %s"
              .formatted(names(missing), names(standing)));
    }
    var kept = new ArrayList<Json>(without(standing, ours));
    kept.addAll(back);
    return kept.isEmpty()
        ? new Outcome.Write(List.of(), false)
        : new Outcome.Write(List.of(now.with("Statement", Json.array(kept))), true);
  }

  private static List<Json.Obj> statements(List<Json.Obj> document) {
    return document.stream().flatMap(one -> NormalForm.statements(one).stream()).toList();
  }

  private static List<Json.Obj> without(List<Json.Obj> all, List<Json.Obj> some) {
    var forms = some.stream().map(NormalForm::statement).toList();
    return all.stream().filter(one -> !forms.contains(NormalForm.statement(one))).toList();
  }

  private static String names(List<Json.Obj> statements) {
    return String.join(", ", statements.stream().map(ThreeWay::name).toList());
  }

  private static String name(Json.Obj statement) {
    return Optional.of(statement.text("Sid").orElse(""))
        .filter(sid -> !sid.isEmpty())
        .map(sid -> "`" + sid + "`")
        .orElse("one without a Sid (" + statement.text("Effect").orElse("?") + ")");
  }
}
