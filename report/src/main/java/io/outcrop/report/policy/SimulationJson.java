package io.outcrop.report.policy;

import io.outcrop.json.Json;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation.Call;

/// What policies answer, for a program.
public final class SimulationJson {
  private SimulationJson() {}

  /// The whole report: `docs/schema/policy-simulate.json`.
  public static Json.Obj of(Simulation simulation, Ending ending) {
    var decisions = new DecisionJson(simulation.whereabouts());
    var failing = simulation.failing().map(simulation.rulings()::indexOf);
    return ending
        .addTo(Json.object().with("formatVersion", Json.of(1)))
        .with("verdict", Json.of(simulation.verdict().id()))
        .with(
            "call",
            simulation.call().isEmpty() ? Json.ofNull() : call(simulation.call().getFirst()))
        .with("failing", failing.<Json>map(Json::of).orElse(Json.ofNull()))
        .with("requests", Json.array(simulation.rulings().stream().map(decisions::ruling).toList()))
        .with("notes", Json.ofTexts(simulation.notes()));
  }

  private static Json.Obj call(Call call) {
    return Json.object()
        .with("operation", Json.of(call.operation()))
        .with("model", Json.of(call.model()))
        .with("region", Json.of(call.region()))
        .with("apiKey", Json.of(call.apiKey()))
        .with("guardrail", Json.of(call.guardrail()));
  }
}
