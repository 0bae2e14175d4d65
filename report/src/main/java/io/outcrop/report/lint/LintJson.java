package io.outcrop.report.lint;

import io.outcrop.json.Json;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Fix;
import io.outcrop.lint.finding.Severity;
import io.outcrop.report.Ending;
import io.outcrop.report.lint.LintResult.Linted;
import java.util.List;

/// What is wrong with policies, for a program.
public final class LintJson {
  private LintJson() {}

  /// The whole report: `docs/schema/policy-lint.json`.
  public static Json.Obj of(LintResult result, Ending ending) {
    return ending
        .addTo(Json.object().with("formatVersion", Json.of(1)))
        .with(
            "summary",
            Json.object()
                .with("policies", Json.of(result.policies().size()))
                .with("errors", Json.of(result.count(Severity.ERROR)))
                .with("warnings", Json.of(result.count(Severity.WARNING)))
                .with("suggestions", Json.of(result.count(Severity.SUGGESTION)))
                .with("accepted", Json.of(result.accepted())))
        .with("policies", Json.array(result.policies().stream().map(LintJson::policy).toList()))
        .with("baseline", Json.of(result.baseline()))
        .with("entries", findings(result.entries()))
        .with("notes", Json.ofTexts(result.notes()));
  }

  private static Json policy(Linted policy) {
    return Json.object()
        .with("file", Json.of(policy.isFile() ? policy.name() : ""))
        .with("name", Json.of(policy.shown()))
        .with("kind", Json.of(policy.kind().id()))
        .with("kindGuessed", Json.of(policy.guessed()))
        .with("findings", findings(policy.open()))
        .with("accepted", findings(policy.accepted()));
  }

  private static Json findings(List<Finding> findings) {
    return Json.array(findings.stream().map(LintJson::finding).toList());
  }

  private static Json finding(Finding finding) {
    return Json.object()
        .with("finding", Json.of(finding.slug()))
        .with("severity", Json.of(finding.severity().word()))
        .with("message", Json.of(finding.message()))
        .with("help", Json.of(finding.help()))
        .with("pointer", Json.of(finding.pointer()))
        .with("line", Json.of(finding.position().line()))
        .with("column", Json.of(finding.position().column()))
        .with("fingerprint", Json.of(finding.fingerprint()))
        .with("fixes", Json.array(finding.fixes().stream().map(LintJson::fix).toList()));
  }

  private static Json fix(Fix fix) {
    return Json.object()
        .with("title", Json.of(fix.title()))
        .with("certainty", Json.of(fix.certainty().word()))
        .with("changes", Json.of(fix.changes()))
        .with("patch", fix.patch().toJson());
  }
}
