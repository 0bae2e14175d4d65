package io.outcrop.report.lint;

import io.outcrop.json.Json;
import io.outcrop.json.TextPatch;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingType;
import io.outcrop.lint.finding.Fix;
import io.outcrop.lint.finding.Severity;
import io.outcrop.report.lint.LintResult.Linted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with policies, for code scanning. Source: "Static Analysis Results Interchange
/// Format (SARIF) Version 2.1.0", OASIS standard; GitHub Docs, "SARIF support for code scanning";
/// read 2026-11. Policies that stand in no file have no place in it.
public final class SarifLog {
  private static final String PAGES = "https://outcrop.io/docs/findings/";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Map<String, Integer> rules = new LinkedHashMap<>();
  private final List<Json> descriptors = new ArrayList<>();

  private SarifLog() {}

  /// The log.
  ///
  /// @param version this program's
  public static Json.Obj of(LintResult result, String version) {
    var log = new SarifLog();
    var results = new ArrayList<Json>();
    for (var policy : result.policies()) {
      policy.open().forEach(finding -> results.add(log.result(policy, finding)));
      policy
          .accepted()
          .forEach(finding -> results.add(accepted(log.result(policy, finding), result)));
    }
    result.entries().forEach(entry -> results.add(log.result(entry, result.baseline())));
    var driver =
        Json.object()
            .with("name", Json.of("outcrop"))
            .with("version", Json.of(version))
            .with("rules", Json.array(log.descriptors));
    var run =
        Json.object()
            .with("tool", Json.object().with("driver", driver))
            .with("columnKind", Json.of("utf16CodeUnits"))
            .with("results", Json.array(results));
    return Json.object()
        .with("$schema", Json.of(SCHEMA))
        .with("version", Json.of("2.1.0"))
        .with("runs", Json.array(List.of(run)));
  }

  private Json.Obj result(Linted policy, Finding finding) {
    if (!policy.isFile()) {
      return bare(finding, policy.shown() + ": ");
    }
    var result = result(finding, policy.name());
    var fixes = finding.fixes().stream().flatMap(fix -> fix(fix, policy).stream()).toList();
    return fixes.isEmpty() ? result : result.with("fixes", Json.array(fixes));
  }

  private Json.Obj result(Finding finding, String file) {
    var place = Json.object().with("artifactLocation", artifact(file));
    var located =
        finding.position().isKnown()
            ? place.with(
                "region",
                Json.object()
                    .with("startLine", Json.of(finding.position().line()))
                    .with("startColumn", Json.of(finding.position().column())))
            : place;
    var location = Json.object().with("physicalLocation", located);
    return bare(finding, "").with("locations", Json.array(List.of(location)));
  }

  private Json.Obj bare(Finding finding, String before) {
    var help = finding.help().isEmpty() ? "" : ": " + finding.help();
    var result =
        Json.object()
            .with("ruleId", Json.of(finding.slug()))
            .with("ruleIndex", Json.of(rule(finding.type())))
            .with("level", Json.of(level(finding.severity())))
            .with("message", text(before + finding.message() + help));
    return finding.fingerprint().isEmpty()
        ? result
        : result.with(
            "partialFingerprints",
            Json.object().with("outcropFinding/v1", Json.of(finding.fingerprint())));
  }

  private static Json.Obj accepted(Json.Obj result, LintResult all) {
    var suppression =
        Json.object()
            .with("kind", Json.of("external"))
            .with("justification", Json.of("accepted by " + all.baseline()));
    return result.with("suppressions", Json.array(List.of(suppression)));
  }

  private int rule(FindingType type) {
    return rules.computeIfAbsent(
        type.slug(),
        _ -> {
          descriptors.add(descriptor(type));
          return rules.size();
        });
  }

  private static Json descriptor(FindingType type) {
    var page = type.page();
    return Json.object()
        .with("id", Json.of(type.slug()))
        .with("shortDescription", text(type.summary()))
        .with("fullDescription", text(page.means()))
        .with("help", text(page.means() + "\n\n" + page.why() + "\n\n" + page.cure()))
        .with("helpUri", Json.of(PAGES + type.slug() + ".md"))
        .with("defaultConfiguration", Json.object().with("level", Json.of(level(type.severity()))))
        .with(
            "properties", Json.object().with("tags", Json.ofTexts(List.of("iam", type.subject()))));
  }

  private static List<Json> fix(Fix fix, Linted policy) {
    return TextPatch.apply(policy.text(), fix.patch()).stream()
        .map(patched -> {
          var replacement = Replacement.between(policy.text(), patched);
          var change =
              Json.object()
                  .with("artifactLocation", artifact(policy.name()))
                  .with("replacements", Json.array(List.of(replacement.toJson())));
          return (Json)
              Json.object()
                  .with("description", text(fix.title() + " (" + fix.certainty().word() + ")"))
                  .with("artifactChanges", Json.array(List.of(change)));
        })
        .toList();
  }

  private static Json artifact(String file) {
    return Json.object().with("uri", Json.of(FileUri.of(file)));
  }

  private static Json.Obj text(String text) {
    return Json.object().with("text", Json.of(text));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "note";
    };
  }
}
