package io.outcrop.report;

import io.outcrop.access.change.ExpectedWait;
import io.outcrop.access.plan.Elsewhere;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.json.Json;
import java.util.TreeMap;

/// A plan, and what became of it, for a program.
public final class PlanJson {
  private PlanJson() {}

  /// A plan.
  public static Json.Obj of(Plan plan) {
    return Json.object()
        .with("id", Json.of(plan.id()))
        .with("steps", Json.array(plan.steps().stream().map(PlanJson::step).toList()))
        .with("made", Json.of(plan.terms().made().toString()))
        .with("expires", Json.of(plan.terms().expires().toString()))
        .with("account", Json.of(plan.terms().account()))
        .with("principal", Json.of(plan.terms().principal()))
        .with("elsewhere", Json.array(plan.elsewhere().stream().map(PlanJson::elsewhere).toList()))
        .with(
            "forOthers", Json.array(plan.forOthers().stream().map(ExaminationJson::cure).toList()));
  }

  /// What became of a plan, without the examination that followed.
  public static Json.Obj of(FixOutcome outcome) {
    return Json.object()
        .with("planId", Json.of(outcome.planId()))
        .with(
            "proof",
            Json.object()
                .with("calls", Json.of(outcome.proof().calls()))
                .with("waitedSeconds", Json.of(outcome.proof().waited().toSeconds())))
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

  private static Json.Obj binding(Plan.Step step) {
    var facts = new TreeMap<String, Json>();
    step.binding().facts().forEach((name, fact) -> facts.put(name, Json.of(fact)));
    return Json.object(facts);
  }

  private static Json.Obj shift(AccessShift shift) {
    return Json.object()
        .with("direction", Json.of(shift.direction()))
        .with("words", Json.of(shift.words()));
  }

  private static Json.Obj elsewhere(Elsewhere one) {
    return Json.object()
        .with("cause", Json.of(one.cause()))
        .with("title", Json.of(one.title()))
        .with("owner", Json.of(one.owner()))
        .with("source", Json.of(one.source()))
        .with("effect", Json.of(one.effect()));
  }

  private static Json.Obj step(Plan.Step step) {
    return Json.object()
        .with("cause", Json.of(step.cause()))
        .with("title", Json.of(step.title()))
        .with("call", Json.of(step.call()))
        .with("actor", Json.of(step.actor()))
        .with("effect", Json.of(step.effect()))
        .with("commands", Json.ofTexts(step.commands()))
        .with("change", ExaminationJson.change(step.change()))
        .with(
            "access",
            Json.array(AccessShift.of(step.change()).stream().map(PlanJson::shift).toList()))
        .with("acts", Json.of(ExpectedWait.of(step.change()).words()))
        .with("binding", binding(step));
  }
}
