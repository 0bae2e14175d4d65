package io.outcrop.report.policy;

import io.outcrop.iam.walk.LayerAnswer;
import io.outcrop.iam.walk.LayerAnswer.NearMiss;
import io.outcrop.iam.walk.LayerAnswer.Standing;
import io.outcrop.json.Json;
import io.outcrop.report.Ending;

/// What every layer says to a request, for a program.
public final class ExplainedJson {
  private final DecisionJson decisions;

  private ExplainedJson(Whereabouts whereabouts) {
    this.decisions = new DecisionJson(whereabouts);
  }

  /// The whole report: `docs/schema/policy-explain.json`.
  public static Json.Obj of(LayersExplained explained, Ending ending) {
    var json = new ExplainedJson(explained.whereabouts());
    return ending
        .addTo(Json.object().with("formatVersion", Json.of(1)))
        .with("request", json.decisions.ruling(explained.ruling()))
        .with("layers", Json.array(explained.answers().stream().map(json::answer).toList()))
        .with("notes", Json.ofTexts(explained.notes()));
  }

  private Json.Obj answer(LayerAnswer answer) {
    return Json.object()
        .with("layer", Json.of(answer.layer().id()))
        .with("level", Json.of(answer.level()))
        .with("standing", Json.of(standing(answer.standing())))
        .with("why", Json.of(answer.standing() instanceof Standing.Unknown(var why) ? why : ""))
        .with("policies", Json.of(answer.policies()))
        .with("matched", Json.array(answer.matched().stream().map(decisions::statement).toList()))
        .with("nearMisses", Json.array(answer.nearMisses().stream().map(this::miss).toList()));
  }

  private Json.Obj miss(NearMiss miss) {
    return decisions
        .statement(miss.ref())
        .with("element", Json.of(miss.element()))
        .with("wanted", Json.of(miss.wanted()))
        .with("found", Json.of(miss.found()));
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Denies() -> "denies";
      case Standing.Allows _ -> "allows";
      case Standing.Silent() -> "silent";
      case Standing.Absent() -> "absent";
      case Standing.OutOfReach() -> "out-of-reach";
      case Standing.Unknown _ -> "unknown";
    };
  }
}
