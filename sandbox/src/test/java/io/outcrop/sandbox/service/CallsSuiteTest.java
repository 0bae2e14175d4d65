package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the calls of `sandbox/calls`: in each file a world, perhaps a clock other than its own, and
/// steps one after the other, each with who calls what and how the answer's line begins.
final class CallsSuiteTest {
  private static final Path CASES = Path.of("src", "test", "resources", "sandbox", "calls");

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void worldAnswersAsAwsDoes(String file, @TempDir Path folder) throws IOException {
    var text = Files.readString(CASES.resolve(file));
    assertThat(JsonReader.read(text)).isInstanceOf(JsonReading.Read.class);
    var suite = Playground.object(text);
    assertThat(suite.list("steps")).isNotEmpty();
    try (var playground = playground(suite, folder.resolve("world"))) {
      for (var step : suite.list("steps")) {
        if (step instanceof Json.Obj object) {
          check(playground, object);
        }
      }
    }
  }

  private static Playground playground(Json.Obj suite, Path folder) {
    var world = suite.text("world").orElseThrow();
    return suite
        .text("clock")
        .map(clock -> new Playground(folder, world, Instant.parse(clock)))
        .orElseGet(() -> new Playground(folder, world));
  }

  private static void check(Playground playground, Json.Obj step) {
    var call = step.text("call").orElseThrow();
    var service = call.substring(0, call.indexOf(' '));
    var operation = call.substring(call.indexOf(' ') + 1);
    var input = step.object("input").orElseGet(Json::object);
    var body = step.get("body").map(Json::toString).orElse("");
    var line =
        Playground.line(
            playground.call(
                step.text("key").orElse(""), service, operation, input.toString(), body));
    assertThat(line).as(step.text("name").orElse(call)).startsWith(step.text("begins").orElse(""));
    for (var part : step.list("contains")) {
      assertThat(line).as(step.text("name").orElse(call)).contains(part.asText().orElseThrow());
    }
  }
}
