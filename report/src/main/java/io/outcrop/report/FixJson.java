package io.outcrop.report;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.json.Json;
import java.util.List;

/// A run of `fix` for a program: `docs/schema/fix.json`.
public final class FixJson {
  private FixJson() {}

  /// One plan.
  ///
  /// @param outcome what became of it; none if it was not applied
  public record Round(Plan plan, List<FixOutcome> outcome) {
    public Round {
      outcome = List.copyOf(outcome);
    }
  }

  /// A run that planned, and perhaps applied.
  ///
  /// @param status `healthy`, `broken`, `unknown`, `planned`, `declined`
  public static Json.Obj of(
      String status, Examination before, List<Round> rounds, Examination after, Ending ending) {
    return head(status, ending)
        .with("before", ExaminationJson.body(before))
        .with("rounds", Json.array(rounds.stream().map(FixJson::round).toList()))
        .with("after", ExaminationJson.body(after));
  }

  /// A run that took a plan back, or went on with one.
  ///
  /// @param status `undone`, or the verdict afterwards
  public static Json.Obj of(String status, FixOutcome outcome, Ending ending) {
    return head(status, ending)
        .with("before", Json.ofNull())
        .with(
            "rounds",
            Json.array(
                List.of(
                    Json.object()
                        .with("plan", Json.ofNull())
                        .with("outcome", PlanJson.of(outcome)))))
        .with("after", ExaminationJson.body(outcome.after()));
  }

  private static Json.Obj head(String status, Ending ending) {
    return ending.addTo(
        Json.object().with("formatVersion", Json.of(1)).with("status", Json.of(status)));
  }

  private static Json.Obj round(Round round) {
    var outcome =
        round.outcome().isEmpty() ? Json.ofNull() : PlanJson.of(round.outcome().getFirst());
    return Json.object().with("plan", PlanJson.of(round.plan())).with("outcome", outcome);
  }
}
