package io.outcrop.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Application;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingType;
import io.outcrop.lint.finding.Fix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every finding type fires where it should, with its place and its words, and not on what only
/// looks like it; and every fix does what it says. `-Dgolden=write` rewrites what is expected.
class FindingsSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/lint");
  private static final Linter LINTER = Linter.shipped();
  private static final ServiceReference REFERENCE = ServiceReference.shipped();
  private static final long SEED = 20_261_120L;

  @Test
  void everyTypeFiresAndNearlyMisses() throws IOException {
    var slugs =
        LINTER.catalogue().all().stream()
            .filter(type -> !type.subject().equals("baseline"))
            .map(FindingType::slug)
            .toList();
    assertThat(slugs).hasSizeGreaterThan(110);
    assertThat(slugs)
        .allSatisfy(slug -> {
          assertThat(ROOT.resolve(slug).resolve("fires.json")).exists();
          assertThat(ROOT.resolve(slug).resolve("near-miss.json")).exists();
        });
    try (var folders = Files.list(ROOT)) {
      assertThat(folders.map(folder -> String.valueOf(folder.getFileName())))
          .containsExactlyInAnyOrderElementsOf(slugs);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatTheFileExpects(FindingCase one) throws IOException {
    var report = LINTER.lint(one.policy(), one.kind(), one.options());
    var found = one.with(report);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(one.path(), JsonWriter.pretty(found) + "\n");
    }
    assertThat(own(one, report).isEmpty()).as("fires").isEqualTo(!one.fires());
    assertThat(JsonWriter.pretty(found))
        .isEqualTo(JsonWriter.pretty(FindingCase.read(one.path()).source()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fixesDoWhatTheySay(FindingCase one) {
    var report = LINTER.lint(one.policy(), one.kind(), one.options());
    for (var finding : report.findings()) {
      finding.fixes().forEach(fix -> fixes(one, report, finding, fix));
    }
  }

  private static void fixes(FindingCase one, LintReport before, Finding finding, Fix fix) {
    var root = ((JsonReading.Read) JsonReader.read(one.policy())).value();
    var applied = fix.patch().apply(root);
    assertThat(applied).as(fix.title()).isInstanceOf(Application.Applied.class);
    var document = ((Application.Applied) applied).document();
    var after = LINTER.lint(JsonWriter.pretty(document), one.kind(), one.options());
    assertThat(count(after, finding.slug()))
        .as("`%s` after `%s`", finding.slug(), fix.title())
        .isLessThan(count(before, finding.slug()));
    if (!fix.changesDecisions()) {
      sameDecisions(one, root, document);
    }
  }

  private static void sameDecisions(FindingCase one, Json before, Json after) {
    var left = Neighbourhood.document(before, one.kind());
    var right = Neighbourhood.document(after, one.kind());
    if (left.isPresent() && right.isPresent()) {
      var near = new Neighbourhood(SEED, REFERENCE, List.of(left.get(), right.get()));
      assertThat(near.difference(left.get(), right.get())).as("seed %d", SEED).isEmpty();
    }
  }

  private static long count(LintReport report, String slug) {
    return report.findings().stream().filter(found -> found.slug().equals(slug)).count();
  }

  private static List<Finding> own(FindingCase one, LintReport report) {
    return report.findings().stream().filter(found -> found.slug().equals(one.slug())).toList();
  }

  static Stream<Arguments> cases() throws IOException {
    try (var files = Files.walk(ROOT)) {
      var all = files.filter(path -> path.toString().endsWith(".json")).sorted().toList();
      return all.stream().map(path -> argumentSet(ROOT.relativize(path).toString(), read(path)));
    }
  }

  private static FindingCase read(Path path) {
    try {
      return FindingCase.read(path);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
