package io.outcrop.cli.policy.generate;

import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.form.Form;
import io.outcrop.grants.form.Rendering;
import io.outcrop.grants.generate.PolicyAnswer;
import io.outcrop.grants.generate.PolicyLine;
import io.outcrop.grants.generate.WishProblem;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A policy for programs; `docs/schema/policy-generate.json` is its schema.
final class PolicyJson {
  private PolicyJson() {}

  static Json.Obj of(PolicyAnswer.Refused refused) {
    return answer(List.of(), List.of(), List.of(), refused.problems())
        .with("fit", Json.ofNull())
        .with("form", Json.ofNull());
  }

  static Json.Obj of(
      PolicyAnswer.Policy policy, Optional<Form> form, Optional<Rendering.Rendered> rendering) {
    return answer(policy.documents(), policy.lines(), policy.notes(), List.of())
        .with("fit", fit(policy.fit()))
        .with(
            "form",
            rendering
                .<Json>map(rendered -> form(form.map(Form::word).orElse(""), rendered))
                .orElse(Json.ofNull()));
  }

  private static Json.Obj answer(
      List<NamedDocument> documents,
      List<PolicyLine> lines,
      List<String> notes,
      List<WishProblem> problems) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("documents", Json.array(documents.stream().map(PolicyJson::document).toList()))
        .with("lines", Json.array(lines.stream().map(PolicyJson::line).toList()))
        .with("notes", Json.ofTexts(notes))
        .with("problems", Json.array(problems.stream().map(PolicyJson::problem).toList()));
  }

  private static Json.Obj document(NamedDocument document) {
    return Json.object()
        .with("name", Json.of(document.name()))
        .with("characters", Json.of(document.characters()))
        .with("document", document.document());
  }

  private static Json.Obj line(PolicyLine line) {
    return Json.object()
        .with("document", Json.of(line.document()))
        .with("sid", Json.of(line.sid()))
        .with("element", Json.of(line.element().name().toLowerCase(Locale.ROOT)))
        .with("text", Json.of(line.text()))
        .with("because", Json.ofTexts(line.because()));
  }

  private static Json.Obj problem(WishProblem problem) {
    return Json.object()
        .with("place", Json.of(problem.place()))
        .with("message", Json.of(problem.message()))
        .with("help", Json.of(problem.help()));
  }

  private static Json.Obj fit(Fit fit) {
    return switch (fit) {
      case Fit.Fits() -> fit(true, 0, 0);
      case Fit.TooLong(var characters, var most) -> fit(false, characters, most);
      case Fit.TooMany(var documents, var most, _) -> fit(false, documents, most);
    };
  }

  private static Json.Obj fit(boolean fits, int found, int most) {
    var result = Json.object().with("fits", Json.of(fits));
    return fits ? result : result.with("found", Json.of(found)).with("most", Json.of(most));
  }

  private static Json.Obj form(String word, Rendering.Rendered rendered) {
    return Json.object()
        .with("form", Json.of(word))
        .with("text", Json.of(rendered.text()))
        .with("does", Json.of(rendered.does()))
        .with("undo", Json.of(rendered.undo()));
  }
}
