package io.outcrop.report;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.log.FailureGroup;
import io.outcrop.json.Json;
import java.util.List;
import java.util.function.Function;

/// What a text tells, for a program.
public final class ExplanationJson {
  private static final List<String> SUBJECT =
      List.of("action", "resource", "principal", "model", "region", "account");

  private ExplanationJson() {}

  /// The whole report: `docs/schema/explain.json`.
  public static Json.Obj of(Pasted pasted) {
    var log = pasted.log();
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("causes", causes(pasted.explanation()))
        .with("signals", signals(pasted.explanation()))
        .with("records", Json.of(log.records()))
        .with("failures", Json.of(log.failures()))
        .with("groups", array(log.groups(), ExplanationJson::group))
        .with("secrets", secrets(pasted))
        .with("keyIds", Json.ofTexts(pasted.keyIds()));
  }

  /// One line of `explain --jsonl`.
  public static Json.Obj line(Json id, Pasted pasted) {
    return Json.object()
        .with("id", id)
        .with("causes", causes(pasted.explanation()))
        .with("secrets", secrets(pasted));
  }

  private static Json.Arr causes(Explanation explanation) {
    return array(explanation.diagnoses(), ExplanationJson::diagnosis);
  }

  private static Json.Obj diagnosis(Diagnosis diagnosis) {
    var cause = diagnosis.cause();
    return Json.object()
        .with("cause", Json.of(cause.slug()))
        .with("confidence", Json.of(diagnosis.confidence().id()))
        .with(
            "because",
            array(
                diagnosis.because(),
                span ->
                    Json.object()
                        .with("text", Json.of(span.text()))
                        .with("start", Json.of(span.start()))
                        .with("end", Json.of(span.end()))))
        .with("summary", Json.of(cause.summary()))
        .with("cures", CausePage.cures(cause, diagnosis.values()))
        .with("probe", Json.of(cause.probe()))
        .with("retry", Json.of(cause.retry().id()))
        .with("delay", CausePage.delay(cause.delay()))
        .with("who", Json.of(cause.who()))
        .with("takes", Json.of(cause.takes()))
        .with("page", Json.of(CausePage.file(cause.slug())));
  }

  private static Json.Arr signals(Explanation explanation) {
    return array(
        explanation.signals(),
        signal ->
            Json.object()
                .with("kind", Json.of(signal.kind()))
                .with("value", Json.of(signal.value()))
                .with("start", Json.of(signal.span().start()))
                .with("end", Json.of(signal.span().end())));
  }

  private static Json.Obj group(FailureGroup group) {
    var json =
        Json.object()
            .with("cause", Json.of(group.diagnosis().cause().slug()))
            .with("confidence", Json.of(group.diagnosis().confidence().id()))
            .with("count", Json.of(group.count()))
            .with("first", Json.of(group.first()))
            .with("last", Json.of(group.last()));
    for (var name : SUBJECT) {
      var value = group.diagnosis().values().getOrDefault(name, "");
      json = value.isEmpty() ? json : json.with(name, Json.of(value));
    }
    return json;
  }

  private static Json.Arr secrets(Pasted pasted) {
    return array(
        pasted.secrets(),
        kind ->
            Json.object()
                .with("kind", Json.of(kind.words()))
                .with("remedy", Json.of(kind.remedy())));
  }

  private static <T> Json.Arr array(List<T> elements, Function<T, Json> json) {
    return Json.array(elements.stream().map(json).toList());
  }
}
