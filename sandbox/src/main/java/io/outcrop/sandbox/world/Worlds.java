package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads worlds, and knows the built-in ones.
public final class Worlds {
  private Worlds() {}

  private static final class Index {
    static final List<String> NAMES =
        resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /// The names of the built-in worlds, in the order in which people should meet them.
  public static List<String> builtIn() {
    return Index.NAMES;
  }

  /// One sentence about a built-in world. It is never inherited, so its own document says it.
  public static String summary(String name) {
    return YamlReader.read(text(name)).value() instanceof Json.Obj own
        ? own.text("summary").orElse("")
        : "";
  }

  /// A built-in world.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public static World get(String name) {
    return switch (read(text(name))) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(List<Problem> problems) ->
          throw new IllegalStateException("built-in world `" + name + "`: " + problems);
    };
  }

  /// The file of a built-in world, as it was written.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public static String text(String name) {
    if (!builtIn().contains(name)) {
      throw new IllegalArgumentException("there is no built-in world `" + name + "`");
    }
    return resource(name + ".yaml");
  }

  /// Reads a world from YAML or JSON. A text that begins with a brace is JSON.
  public static WorldReading read(String text) {
    if (!text.stripLeading().startsWith("{")) {
      var yaml = YamlReader.read(text);
      return yaml.problems().isEmpty()
          ? read(yaml.value())
          : new WorldReading.Malformed(yaml.problems());
    }
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> read(value);
      case JsonReading.Malformed(var message, var position) ->
          new WorldReading.Malformed(List.of(new Problem("", position, message)));
    };
  }

  /// Reads a world from a document.
  public static WorldReading read(Json document) {
    var problems = new ArrayList<Problem>();
    var whole = Inheritance.whole(document, problems);
    if (!problems.isEmpty()) {
      return new WorldReading.Malformed(problems);
    }
    var realm = RealmReader.read(whole, problems);
    if (problems.isEmpty()) {
      References.check(realm, problems);
    }
    return problems.isEmpty() && whole instanceof Json.Obj source
        ? new WorldReading.Read(new World(realm.title().name(), source, realm))
        : new WorldReading.Malformed(
            problems.stream().map(problem -> Places.placed(problem, whole)).toList());
  }

  private static String resource(String name) {
    try (var in = Worlds.class.getResourceAsStream("/io/outcrop/sandbox/worlds/" + name)) {
      if (in == null) {
        throw new IllegalStateException("world resource `" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
