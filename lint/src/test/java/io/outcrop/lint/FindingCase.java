package io.outcrop.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Fix;
import io.outcrop.lint.subject.LintOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/// One file of the suite: a policy, and what is found in it.
///
/// @param source the file as it was read
record FindingCase(Path path, Json.Obj source) {
  static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

  static FindingCase read(Path path) throws IOException {
    return switch (JsonReader.read(Files.readString(path))) {
      case JsonReading.Read(Json.Obj object) -> new FindingCase(path, object);
      case JsonReading.Read _ -> throw new IllegalStateException(path + " is no object");
      case JsonReading.Malformed malformed ->
          throw new IllegalStateException(path + ": " + malformed.message());
    };
  }

  String slug() {
    return path.getName(path.getNameCount() - 2).toString();
  }

  boolean fires() {
    return path.getName(path.getNameCount() - 1).toString().startsWith("fires");
  }

  PolicyKind kind() {
    return PolicyKind.valueOf(source.text("kind").orElseThrow().toUpperCase(Locale.ROOT));
  }

  LintOptions options() {
    return new LintOptions(source.text("account").orElse(""), AT);
  }

  String policy() {
    return source.list("policy").stream()
        .map(line -> line.asText().orElseThrow())
        .collect(Collectors.joining("\n"));
  }

  /// The file with what `report` found in the place of what it expected.
  Json.Obj with(LintReport report) {
    var own = report.findings().stream().filter(found -> found.slug().equals(slug())).toList();
    var others =
        report.findings().stream()
            .map(Finding::slug)
            .filter(slug -> !slug.equals(slug()))
            .distinct()
            .sorted()
            .toList();
    var expected = own.stream().map(FindingCase::json).toList();
    return source.with("expected", Json.array(expected)).with("also", Json.ofTexts(others));
  }

  private static Json json(Finding finding) {
    var json =
        Json.object()
            .with("slug", Json.of(finding.slug()))
            .with("pointer", Json.of(finding.pointer()))
            .with("line", Json.of(finding.position().line()))
            .with("column", Json.of(finding.position().column()))
            .with("message", Json.of(finding.message()));
    if (!finding.help().isEmpty()) {
      json = json.with("help", Json.of(finding.help()));
    }
    return finding.fixes().isEmpty()
        ? json
        : json.with("fixes", Json.array(finding.fixes().stream().map(FindingCase::json).toList()));
  }

  private static Json json(Fix fix) {
    var json =
        Json.object()
            .with("title", Json.of(fix.title()))
            .with("certainty", Json.of(fix.certainty().word()));
    if (fix.changesDecisions()) {
      json = json.with("changes", Json.of(fix.changes()));
    }
    return json.with("patch", fix.patch().toJson());
  }
}
