package io.outcrop.report.difference;

import io.outcrop.iam.difference.AccessChange;
import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.json.Json;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.DecisionJson;
import java.util.List;
import java.util.Locale;

/// What access changes between two versions of a policy, for a program.
public final class DifferenceJson {
  private final ComparedPolicies compared;

  private DifferenceJson(ComparedPolicies compared) {
    this.compared = compared;
  }

  /// The whole report: `docs/schema/policy-diff.json`.
  public static Json.Obj of(ComparedPolicies compared, Ending ending) {
    var json = new DifferenceJson(compared);
    var start =
        ending
            .addTo(Json.object().with("formatVersion", Json.of(1)))
            .with("kind", Json.of(compared.kind().id()))
            .with("old", Json.ofTexts(compared.before()))
            .with("new", Json.ofTexts(compared.after()));
    return switch (compared.difference()) {
      case PolicyDifference.Equivalent() ->
          json.whole(start, "equivalent", List.of(), 0, List.of());
      case PolicyDifference.Changed(var changes, var tried) ->
          json.whole(start, "changed", changes, tried, List.of());
      case PolicyDifference.NoDifferenceFound(var tried, var differing) ->
          json.whole(start, "no-difference-found", List.of(), tried, differing);
    };
  }

  private Json.Obj whole(
      Json.Obj start, String answer, List<AccessChange> changes, int tried, List<Cause> differing) {
    return start
        .with("answer", Json.of(answer))
        .with("changes", Json.array(changes.stream().map(this::change).toList()))
        .with("tried", Json.of(tried))
        .with("differing", causes(differing));
  }

  private Json change(AccessChange change) {
    var example = change.example();
    return Json.object()
        .with("direction", Json.of(change.direction().name().toLowerCase(Locale.ROOT)))
        .with("words", Json.of(change.words()))
        .with("causes", causes(change.causes()))
        .with(
            "example",
            DecisionJson.request(example.request())
                .with("before", Json.of(DecisionJson.outcome(example.before())))
                .with("after", Json.of(DecisionJson.outcome(example.after())))
                .with("beside", Json.of(example.beside())));
  }

  private Json causes(List<Cause> causes) {
    return Json.array(causes.stream().map(this::cause).toList());
  }

  private Json cause(Cause cause) {
    var statement = cause.statement();
    return Json.object()
        .with("version", Json.of(cause.side() == Side.OLD ? "old" : "new"))
        .with("file", Json.of(compared.file(cause)))
        .with("statement", Json.of(statement.index()))
        .with("sid", Json.of(statement.sid()))
        .with("effect", Json.of(DecisionJson.effect(statement.effect())))
        .with("line", Json.of(statement.position().line()))
        .with("column", Json.of(statement.position().column()));
  }
}
