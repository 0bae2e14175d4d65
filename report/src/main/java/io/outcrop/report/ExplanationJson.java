package io.outcrop.report;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.json.Json;

/// What a text tells, for a program.
public final class ExplanationJson {
  private ExplanationJson() {}

  /// The whole report: `docs/schema/explain.json`.
  public static Json.Obj of(Explanation explanation) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("causes", causes(explanation))
        .with(
            "signals",
            Json.array(
                explanation.signals().stream()
                    .map(signal ->
                        Json.object()
                            .with("kind", Json.of(signal.kind()))
                            .with("value", Json.of(signal.value()))
                            .with("start", Json.of(signal.span().start()))
                            .with("end", Json.of(signal.span().end())))
                    .toList()));
  }

  /// One line of `explain --jsonl`.
  public static Json.Obj line(Json id, Explanation explanation) {
    return Json.object().with("id", id).with("causes", causes(explanation));
  }

  private static Json.Arr causes(Explanation explanation) {
    return Json.array(explanation.diagnoses().stream().map(ExplanationJson::diagnosis).toList());
  }

  private static Json.Obj diagnosis(Diagnosis diagnosis) {
    var cause = diagnosis.cause();
    return Json.object()
        .with("cause", Json.of(cause.slug()))
        .with("confidence", Json.of(diagnosis.confidence().id()))
        .with(
            "because",
            Json.array(
                diagnosis.because().stream()
                    .map(span ->
                        Json.object()
                            .with("text", Json.of(span.text()))
                            .with("start", Json.of(span.start()))
                            .with("end", Json.of(span.end())))
                    .toList()))
        .with("summary", Json.of(cause.summary()))
        .with("cures", CausePage.cures(cause, diagnosis.values()))
        .with("probe", Json.of(cause.probe()))
        .with("retry", Json.of(cause.retry().id()));
  }
}
