package io.outcrop.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of policy texts with the problems that are found in them, none for those that follow
/// the grammar. `-Dgolden=write` writes the problems found into the files.
class GrammarSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/grammar");

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
  void problemsAreFoundWithTheirPlaces(Path file) throws IOException {
    var text = Files.readString(ROOT.resolve(file));
    var problems = new ArrayList<Problem>();
    var value = ((JsonReading.Read) JsonReader.read(text)).value();
    var fields = new Fields(value, "", problems);
    fields.text("name");
    fields.text("source");
    var kind = PolicyKind.valueOf(fields.text("kind"));
    var policy = String.join("\n", fields.texts("policy"));
    var expected = fields.texts("problems");
    fields.finish();
    assertThat(problems).isEmpty();

    var found =
        switch (PolicyParser.parse(policy, kind)) {
          case PolicyParsing.Parsed _ -> List.<String>of();
          case PolicyParsing.Rejected(var rejected) ->
              rejected.stream().map(Problem::toString).toList();
        };
    if (System.getProperty("golden", "").equals("write")) {
      var changed = ((Json.Obj) value).with("problems", Json.ofTexts(found));
      Files.writeString(ROOT.resolve(file), JsonWriter.pretty(changed) + "\n");
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void suiteIsThere() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(40);
  }
}
