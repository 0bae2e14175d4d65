package io.outcrop.grants.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the files of `grants/generate`: each holds a wish, a date, a target, and the whole answer.
/// `-Dgolden=write` rewrites the answers, for review.
final class GenerateSuiteTest {
  private static final Path SUITE = Path.of("src/test/resources/grants/generate");
  private static final PolicyGenerator GENERATOR = new PolicyGenerator(ModelCatalogue.shipped());

  static Stream<Arguments> files() throws IOException {
    try (var files = Files.list(SUITE)) {
      return files
          .sorted()
          .map(file -> Arguments.of(file.getFileName().toString(), file))
          .toList()
          .stream();
    }
  }

  @Test
  void theSuiteIsLarge() throws IOException {
    assertThat(files().count()).isGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void answersAsTheFileSays(String name, Path file) throws IOException {
    var read = JsonReader.read(Files.readString(file));
    assertThat(read).as(name).isInstanceOf(JsonReading.Read.class);
    var expected = (Json.Obj) ((JsonReading.Read) read).value();
    assertThat(expected.members().keySet())
        .isSubsetOf(List.of("about", "at", "wish", "target", "answer"));
    var answer =
        GENERATOR.answer(
            WishFile.wish(expected.get("wish").orElseThrow()),
            Instant.parse(expected.text("at").orElse("2026-11-20") + "T00:00:00Z"),
            "OutcropBedrockAccess",
            WishFile.target(expected.text("target").orElse("")));
    var actual = expected.with("answer", json(answer));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, JsonWriter.pretty(actual) + "\n");
    }
    assertThat(JsonWriter.pretty(actual)).isEqualTo(JsonWriter.pretty(expected));
  }

  private static Json json(PolicyAnswer answer) {
    return switch (answer) {
      case PolicyAnswer.Refused(var problems) ->
          Json.object()
              .with(
                  "problems", Json.array(problems.stream().map(GenerateSuiteTest::json).toList()));
      case PolicyAnswer.Policy policy ->
          Json.object()
              .with("fit", fit(policy.fit()))
              .with("notes", Json.ofTexts(policy.notes()))
              .with(
                  "documents",
                  Json.array(policy.documents().stream().map(GenerateSuiteTest::json).toList()))
              .with(
                  "lines",
                  Json.array(policy.lines().stream().map(GenerateSuiteTest::json).toList()));
    };
  }

  private static Json json(NamedDocument document) {
    assertThat(PolicyParser.parse(document.document(), PolicyKind.IDENTITY))
        .isInstanceOf(PolicyParsing.Parsed.class);
    return Json.object()
        .with("name", Json.of(document.name()))
        .with("characters", Json.of(document.characters()))
        .with("document", document.document());
  }

  private static Json json(WishProblem problem) {
    return Json.object()
        .with("place", Json.of(problem.place()))
        .with("message", Json.of(problem.message()))
        .with("help", Json.of(problem.help()));
  }

  private static Json json(PolicyLine line) {
    return Json.object()
        .with(
            "line",
            Json.of(
                String.join(" ", line.document(), line.sid(), line.element().name(), line.text())))
        .with("because", Json.ofTexts(line.because()));
  }

  private static Json fit(Fit fit) {
    return switch (fit) {
      case Fit.Fits() -> Json.of("fits");
      case Fit.TooLong(var characters, var most) ->
          Json.of("too long: %d characters of at most %d".formatted(characters, most));
      case Fit.TooMany(var documents, var most, var highest) ->
          Json.of("too many: %d policies of at most %d (%d)".formatted(documents, most, highest));
    };
  }
}
