package io.outcrop.iam.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of cases: one file a case, each naming the page it rests on.
class CaseSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/cases");

  private static List<Path> cases() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(ROOT::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void engineAgrees(Path file) throws IOException {
    var found = read(file);
    assertThat(found.id()).isEqualTo(file.toString().replace(".json", ""));
    assertThat(CaseRunner.run(found)).isEqualTo(new CaseOutcome.Agrees());
  }

  @Test
  void suiteIsThereAndEveryCaseNamesItsPage() throws IOException {
    var files = cases();
    assertThat(files).hasSizeGreaterThanOrEqualTo(1_300);
    var ids = new HashSet<String>();
    for (var file : files) {
      assertThat(ids.add(read(file).id())).as(file.toString()).isTrue();
      assertThat(page(file)).as(file.toString()).isNotBlank();
    }
  }

  private static String page(Path file) throws IOException {
    return JsonReader.read(Files.readString(ROOT.resolve(file)))
            instanceof JsonReading.Read(var value)
        ? ((Json.Obj) value).object("source").flatMap(source -> source.text("doc")).orElse("")
        : "";
  }

  private static AuthorizationCase read(Path file) throws IOException {
    return switch (CaseReader.read(Files.readString(ROOT.resolve(file)))) {
      case CaseReading.Read(var found) -> found;
      case CaseReading.Rejected(_, var problems) ->
          throw new AssertionError(file + ": " + problems);
    };
  }
}
