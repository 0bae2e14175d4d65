package io.outcrop.cli.demo;

import io.outcrop.access.examination.Finding;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.json.Json;
import java.util.List;

/// The demo's results for programs: `docs/schema/demo.json`.
final class DemoJson {
  private DemoJson() {}

  static Json.Obj of(List<Scene> scenes) {
    var streamed = scenes.stream().allMatch(Scene::streamed);
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("status", Json.of(streamed ? "healthy" : "broken"))
        .with("sandbox", Json.of(true))
        .with("worlds", Json.array(scenes.stream().map(DemoJson::scene).toList()));
  }

  private static Json.Obj scene(Scene scene) {
    var proof = scene.proof();
    return Json.object()
        .with("world", Json.of(scene.world()))
        .with("call", Json.of(scene.call().words()))
        .with("root", scene.before().root().<Json>map(DemoJson::slug).orElse(Json.ofNull()))
        .with("next", Json.array(scene.before().next().stream().map(DemoJson::slug).toList()))
        .with(
            "changes",
            Json.array(
                scene.course().applied().stream()
                    .flatMap(outcome -> outcome.steps().stream())
                    .map(DemoJson::step)
                    .toList()))
        .with("after", Json.of(scene.course().after().status().id()))
        .with("streamed", Json.of(proof.complete()))
        .with("model", Json.of(proof.model()))
        .with("answer", Json.of(proof.text()))
        .with("why", Json.of(proof.why()));
  }

  private static Json.Obj step(FixOutcome.StepOutcome step) {
    return Json.object()
        .with("title", Json.of(step.title()))
        .with("state", Json.of(step.state().id()));
  }

  private static Json.Str slug(Finding finding) {
    return Json.of(finding.cause().slug());
  }
}
