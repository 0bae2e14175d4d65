package io.outcrop.report.policy;

import io.outcrop.iam.decision.Explanation.LayerAnswer;
import io.outcrop.iam.decision.Explanation.Match;
import io.outcrop.iam.decision.Explanation.Standing;
import io.outcrop.iam.decision.Explanation.StatementAnswer;
import io.outcrop.iam.decision.Mismatch;
import io.outcrop.json.Json;
import io.outcrop.report.Ending;
import java.util.List;
import java.util.function.Predicate;

/// What every layer says to a request, and what would flip the answer, for a program.
public final class ExplainedJson {
  private final DecisionJson decisions;

  private ExplainedJson(Whereabouts whereabouts) {
    this.decisions = new DecisionJson(whereabouts);
  }

  /// The whole report: `docs/schema/policy-explain.json`.
  public static Json.Obj of(LayersExplained explained, Ending ending) {
    var json = new ExplainedJson(explained.whereabouts());
    var layers = explained.explanation().layers();
    return ending
        .addTo(Json.object().with("formatVersion", Json.of(1)))
        .with("request", json.decisions.ruling(explained.ruling()))
        .with("layers", Json.array(layers.stream().map(json::answer).toList()))
        .with(
            "requirement",
            new RequirementJson(json.decisions).of(explained.explanation().requirement()))
        .with(
            "flip",
            new EditJson(explained.whereabouts())
                .of(explained.flip(), explained.ruling().decision().isAllowed()))
        .with("notes", Json.ofTexts(explained.notes()));
  }

  private Json.Obj answer(LayerAnswer answer) {
    return Json.object()
        .with("layer", Json.of(answer.layer().id()))
        .with("level", Json.of(answer.level()))
        .with("standing", Json.of(standing(answer.standing())))
        .with("alone", Json.of(answer.standing() instanceof Standing.Allows(var alone) && alone))
        .with("why", Json.of(answer.standing() instanceof Standing.Unseen(var why) ? why : ""))
        .with("policies", Json.of(answer.policies()))
        .with("matched", statements(answer, Match.Matches.class::isInstance))
        .with("depends", statements(answer, Match.Depends.class::isInstance))
        .with("nearMisses", statements(answer, Match.Fails.class::isInstance));
  }

  private Json statements(LayerAnswer answer, Predicate<Match> kind) {
    return Json.array(
        answer.statements().stream().filter(one -> kind.test(one.match())).map(this::of).toList());
  }

  private Json of(StatementAnswer answer) {
    var statement = decisions.statement(answer.ref());
    return switch (answer.match()) {
      case Match.Matches(), Match.Depends() -> statement;
      case Match.Fails(var mismatches) -> {
        var first = mismatch(mismatches.getFirst());
        yield statement
            .with("element", Json.of(mismatches.getFirst().element()))
            .with("wanted", Json.of(mismatches.getFirst().wanted()))
            .with("found", Json.of(mismatches.getFirst().brought()))
            .with("mismatches", mismatches(mismatches, first));
      }
    };
  }

  private static Json mismatches(List<Mismatch> all, Json first) {
    return all.size() == 1
        ? Json.array(List.of(first))
        : Json.array(all.stream().map(ExplainedJson::mismatch).toList());
  }

  private static Json mismatch(Mismatch mismatch) {
    return Json.object()
        .with("element", Json.of(mismatch.element()))
        .with("wanted", Json.of(mismatch.wanted()))
        .with("found", Json.of(mismatch.brought()))
        .with(
            "part", Json.of(mismatch instanceof Mismatch.OfResource(_, _, _, var part) ? part : ""))
        .with("line", Json.of(mismatch.position().line()))
        .with("column", Json.of(mismatch.position().column()));
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Denies() -> "denies";
      case Standing.Allows _ -> "allows";
      case Standing.Silent() -> "silent";
      case Standing.Depends() -> "depends";
      case Standing.Absent() -> "absent";
      case Standing.OutOfReach() -> "out-of-reach";
      case Standing.Unseen _ -> "unknown";
    };
  }
}
