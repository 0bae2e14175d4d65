package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole answers and streams of every door, word for word. In each file of `sandbox/doors` a world,
/// a call and what it is answered; `-Dgolden=write` writes the answers anew.
final class DoorsGoldenTest {
  private static final Path CASES = Path.of("src", "test", "resources", "sandbox", "doors");
  private static final String CALLER = "AKIAIOSFODNN7EXAMPLE";

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWordForWord(String file, @TempDir Path folder) throws IOException {
    var path = CASES.resolve(file);
    var given = Playground.object(Files.readString(path));
    try (var playground = new Playground(folder.resolve("world"), "healthy")) {
      var answer = told(answer(playground, given));
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(path, JsonWriter.pretty(given.with("answer", answer)) + "\n");
      }
      assertThat(JsonWriter.pretty(answer))
          .isEqualTo(given.get("answer").map(JsonWriter::pretty).orElse(""));
    }
  }

  private static Reply answer(Playground playground, Json.Obj given) {
    var call = given.text("call").orElseThrow();
    var space = call.indexOf(' ');
    return playground.call(
        CALLER,
        call.substring(0, space),
        call.substring(space + 1),
        given.object("input").orElseGet(Json::object).toString(),
        given.get("body").map(Json::toString).orElse(""));
  }

  private static Json told(Reply reply) {
    return switch (reply) {
      case Reply.Output(Json.Obj output) -> output;
      case Reply.Fault fault -> Json.of(Playground.line(fault));
      case Reply.Payload(_, String body, var headers) -> {
        var told = Json.object();
        for (var header : new TreeMap<>(headers).entrySet()) {
          told = told.with(header.getKey(), Json.of(header.getValue()));
        }
        yield Json.object().with("headers", told).with("body", read(body));
      }
      case Reply.Events events -> Json.array(events(events));
      case Reply.Severed _ -> throw new AssertionError(reply);
    };
  }

  private static Json read(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json value) ? value : Json.of(text);
  }

  private static List<Json> events(Reply.Events events) {
    var told = new ArrayList<Json>();
    try (var stream = events.stream()) {
      while (stream.hasNext()) {
        var event = stream.next();
        var bytes = event.payload().text("bytes");
        var payload =
            bytes.isPresent()
                ? read(new String(Base64.getDecoder().decode(bytes.get()), StandardCharsets.UTF_8))
                : event.payload().without("p");
        told.add(Json.object().with(event.type(), payload));
      }
    }
    return told;
  }
}
