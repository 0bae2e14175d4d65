package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.json.Json;

/// An examination for a program.
public final class ExaminationJson {
  private ExaminationJson() {}

  /// The whole report: `docs/schema/doctor.json`.
  public static Json.Obj of(Examination examination, Ending ending) {
    var head = ending.addTo(Json.object().with("formatVersion", Json.of(1)));
    return merged(head, body(examination));
  }

  /// The examination as a part of another report.
  static Json.Obj body(Examination examination) {
    return Json.object()
        .with("status", Json.of(examination.status().id()))
        .with("subject", subject(examination.subject()))
        .with("root", examination.root().<Json>map(ExaminationJson::brief).orElse(Json.ofNull()))
        .with("next", Json.array(examination.next().stream().map(ExaminationJson::brief).toList()))
        .with(
            "findings",
            Json.array(examination.findings().stream().map(ExaminationJson::finding).toList()))
        .with(
            "beside",
            Json.array(examination.beside().stream().map(ExaminationJson::finding).toList()))
        .with("notes", Json.ofTexts(examination.notes()))
        .with("stages", stages(examination))
        .with(
            "given",
            Json.array(
                examination.given().stream()
                    .map(setting ->
                        Json.object()
                            .with("name", Json.of(setting.name()))
                            .with("value", Json.of(setting.value()))
                            .with("origin", Json.of(setting.origin())))
                    .toList()))
        .with(
            "support",
            examination.support().stream()
                .findFirst()
                .<Json>map(support ->
                    Json.object()
                        .with("allGreen", Json.of(support.allGreen()))
                        .with("text", Json.of(support.text())))
                .orElse(Json.ofNull()));
  }

  private static Json.Obj merged(Json.Obj head, Json.Obj body) {
    var result = head;
    for (var member : body.members().entrySet()) {
      result = result.with(member.getKey(), member.getValue().value());
    }
    return result;
  }

  static Json.Obj brief(Finding finding) {
    return Json.object()
        .with("cause", Json.of(finding.cause().slug()))
        .with("confidence", Json.of(finding.confidence().id()))
        .with("sentence", Json.of(finding.sentence()))
        .with("summary", Json.of(finding.cause().summary()));
  }

  static Json.Obj cure(Cure cure) {
    return Json.object()
        .with("applicability", Json.of(cure.applicability().id()))
        .with("title", Json.of(cure.title()))
        .with("effect", Json.of(cure.effect()))
        .with("commands", Json.ofTexts(cure.commands()))
        .with("changes", Json.array(cure.changes().stream().map(ExaminationJson::change).toList()));
  }

  static Json.Obj change(Change change) {
    return ChangeWords.of(change).with("undo", Json.of(Words.id(change.undo())));
  }

  private static Json.Obj finding(Finding finding) {
    return brief(finding)
        .with(
            "evidence",
            Json.array(
                finding.evidence().stream()
                    .map(evidence ->
                        Json.object()
                            .with("kind", Json.of(evidence.kind()))
                            .with("text", Json.of(evidence.text()))
                            .with("source", Json.of(evidence.source())))
                    .toList()))
        .with("cures", Json.array(finding.cures().stream().map(ExaminationJson::cure).toList()));
  }

  private static Json.Obj subject(Examination.Subject subject) {
    return Json.object()
        .with("model", Json.of(subject.model()))
        .with("region", Json.of(subject.region()))
        .with("principal", Json.of(subject.principal()))
        .with("credentialSource", Json.of(subject.credentialSource()))
        .with("endpoint", Json.of(subject.endpoint()))
        .with("at", Json.of(subject.at()));
  }

  private static Json.Arr stages(Examination examination) {
    return Json.array(
        examination.stages().stream()
            .map(stage ->
                Json.object()
                    .with("name", Json.of(stage.name()))
                    .with("outcome", Json.of(stage.outcome().id()))
                    .with("why", Json.of(stage.why())))
            .toList());
  }
}
