package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the calls of `sandbox/calls`: in each file a world, perhaps with changes (`with`, laid over
/// its document; null takes a member away) and a clock other than its own, and steps one after the
/// other, each with who calls what and how the answer's line begins. A step may wait first
/// (`after`), call another `region`, and keep parts of its output (`keep`: name and path), which
/// later steps write as `${name}`. `documents` are members of the input that are JSON in a string.
/// A step with `apiKey` brings that kind of API key.
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
      var kept = new LinkedHashMap<String, String>();
      for (var step : suite.list("steps")) {
        if (step instanceof Json.Obj object) {
          check(playground, object, kept);
        }
      }
    }
  }

  private static Playground playground(Json.Obj suite, Path folder) {
    var world = Worlds.get(suite.text("world").orElseThrow());
    var document = suite.object("with").map(with -> laid(world.source(), with));
    var realm = document.map(CallsSuiteTest::realm).orElse(world.realm());
    var clock = suite.text("clock").map(Instant::parse).orElse(realm.title().clock());
    return new Playground(folder, realm, clock);
  }

  private static Realm realm(Json.Obj document) {
    return switch (Worlds.read(document)) {
      case WorldReading.Read(var world) -> world.realm();
      case WorldReading.Malformed(var problems) ->
          throw new AssertionError("the changed world is malformed: " + problems);
    };
  }

  private static Json.Obj laid(Json.Obj under, Json.Obj over) {
    var result = under;
    for (var name : over.members().keySet()) {
      var value = over.get(name).orElseThrow();
      result =
          switch (value) {
            case Json.Null _ -> result.without(name);
            case Json.Obj object ->
                result.with(name, laid(result.object(name).orElseGet(Json::object), object));
            default -> result.with(name, value);
          };
    }
    return result;
  }

  private static void check(Playground playground, Json.Obj step, Map<String, String> kept) {
    step.text("after").map(Duration::parse).ifPresent(playground::pass);
    var call = step.text("call").orElseThrow();
    var service = call.substring(0, call.indexOf(' '));
    var operation = call.substring(call.indexOf(' ') + 1);
    var input = filled(input(step).toString(), kept);
    var body = filled(step.get("body").map(Json::toString).orElse(""), kept);
    var region = step.text("region").orElseGet(() -> playground.world().realm().subject().region());
    var key = filled(step.text("key").orElse(""), kept);
    var reply =
        playground.call(caller(key, step.text("apiKey")), service, operation, input, body, region);
    var line = Playground.line(reply);
    var name = step.text("name").orElse(call);
    assertThat(line).as(name).startsWith(filled(step.text("begins").orElse(""), kept));
    for (var part : step.list("contains")) {
      assertThat(line).as(name).contains(filled(part.asText().orElseThrow(), kept));
    }
    for (var part : step.list("lacks")) {
      assertThat(line).as(name).doesNotContain(filled(part.asText().orElseThrow(), kept));
    }
    keep(reply, step.object("keep").orElseGet(Json::object), kept);
  }

  private static Json.Obj input(Json.Obj step) {
    var input = step.object("input").orElseGet(Json::object);
    for (var document : step.object("documents").orElseGet(Json::object).members().entrySet()) {
      input = input.with(document.getKey(), Json.of(document.getValue().value().toString()));
    }
    return input;
  }

  private static Caller caller(String key, Optional<String> apiKey) {
    if (key.isEmpty()) {
      return new Caller.Anonymous();
    }
    return apiKey
        .<Caller>map(term -> new Caller.ApiKey(key, Caller.Term.valueOf(term)))
        .orElseGet(() -> new Caller.Signed(key));
  }

  private static void keep(Reply reply, Json.Obj paths, Map<String, String> kept) {
    for (var name : paths.members().keySet()) {
      assertThat(reply).isInstanceOf(Reply.Output.class);
      var value = part(((Reply.Output) reply).output(), paths.text(name).orElseThrow());
      kept.put("${" + name + "}", value.asText().orElseThrow());
    }
  }

  private static Json part(Json whole, String path) {
    var here = whole;
    for (var token : path.split("/", -1)) {
      here =
          switch (here) {
            case Json.Arr array -> array.elements().get(Integer.parseInt(token));
            case Json.Obj object -> object.get(token).orElseThrow();
            default -> throw new AssertionError("`" + path + "` leads nowhere");
          };
    }
    return here;
  }

  private static String filled(String text, Map<String, String> kept) {
    var result = text;
    for (var entry : kept.entrySet()) {
      result = result.replace(entry.getKey(), entry.getValue());
    }
    return result;
  }
}
