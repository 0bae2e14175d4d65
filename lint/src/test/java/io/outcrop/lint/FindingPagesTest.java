package io.outcrop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingCatalogue;
import io.outcrop.lint.finding.FindingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FindingPagesTest {
  private static final Path DOCS = Path.of("../docs/findings");
  private static final Path CASES = Path.of("src/test/resources/lint");
  private static final Linter LINTER = Linter.shipped();
  private static final FindingCatalogue CATALOGUE = LINTER.catalogue();

  @Test
  void pagesAreMadeOfTheData() throws IOException {
    var pages = new TreeMap<String, String>();
    pages.put("README.md", FindingPage.index(CATALOGUE.all()));
    for (var type : CATALOGUE.all()) {
      pages.put(type.slug() + ".md", page(type));
    }
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(DOCS);
      for (var page : pages.entrySet()) {
        Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
      }
    }
    try (var files = Files.list(DOCS)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
    for (var page : pages.entrySet()) {
      assertThat(DOCS.resolve(page.getKey())).hasContent(page.getValue());
    }
  }

  @Test
  void textsKeepTheHouseStyle() {
    var slug = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
    assertThat(CATALOGUE.all())
        .allSatisfy(type -> {
          assertThat(type.slug()).matches(slug);
          for (var line : List.of(type.summary(), type.message(), type.help())) {
            assertThat(line).doesNotContain("\n").doesNotMatch("[A-Z][a-z ].*").doesNotEndWith(".");
          }
          assertThat(type.page().means()).endsWith(".");
          assertThat(type.page().why()).endsWith(".");
          assertThat(type.page().cure()).matches("(?s).*[.`]");
          assertThat(type.source()).isNotBlank();
          assertThat(type.asOf()).matches("\\d{4}-\\d{2}-\\d{2}");
          assertThat(type.kinds()).isNotEmpty();
        });
  }

  private static String page(FindingType type) throws IOException {
    var path = CASES.resolve(type.slug()).resolve("fires.json");
    if (!Files.exists(path)) {
      return FindingPage.of(type, "", List.of());
    }
    var example = FindingCase.read(path);
    var report = LINTER.lint(example.policy(), example.kind(), example.options());
    var messages =
        report.findings().stream()
            .filter(found -> found.slug().equals(type.slug()))
            .map(FindingPagesTest::line)
            .toList();
    return FindingPage.of(type, example.policy(), messages);
  }

  private static String line(Finding finding) {
    var help = finding.help().isEmpty() ? "" : "\n  help: " + finding.help();
    var position = finding.position();
    return position.line() + ":" + position.column() + " " + finding.message() + help;
  }
}
