package io.outcrop.report;

import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.json.Json;

/// A plan, and what became of it, for a program.
public final class PlanJson {
  private PlanJson() {}

  /// A plan.
  public static Json.Obj of(Plan plan) {
    return Json.object()
        .with("id", Json.of(plan.id()))
        .with("steps", Json.array(plan.steps().stream().map(PlanJson::step).toList()))
        .with(
            "forOthers", Json.array(plan.forOthers().stream().map(ExaminationJson::cure).toList()));
  }

  /// What became of a plan, without the examination that followed.
  public static Json.Obj of(FixOutcome outcome) {
    return Json.object()
        .with("planId", Json.of(outcome.planId()))
        .with(
            "steps",
            Json.array(
                outcome.steps().stream()
                    .map(step ->
                        Json.object()
                            .with("title", Json.of(step.title()))
                            .with("state", Json.of(step.state().id()))
                            .with("why", Json.of(step.why())))
                    .toList()));
  }

  private static Json.Obj step(Plan.Step step) {
    return Json.object()
        .with("cause", Json.of(step.cause()))
        .with("title", Json.of(step.title()))
        .with("call", Json.of(step.call()))
        .with("actor", Json.of(step.actor()))
        .with("effect", Json.of(step.effect()))
        .with("commands", Json.ofTexts(step.commands()))
        .with("change", ExaminationJson.change(step.change()));
  }
}
