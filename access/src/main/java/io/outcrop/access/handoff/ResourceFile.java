package io.outcrop.access.handoff;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Facts that lie beside the classes, as JSON.
final class ResourceFile {
  private ResourceFile() {}

  /// The fields of the file's one object.
  static Fields read(String name, List<Problem> problems) {
    return switch (JsonReader.read(text(name))) {
      case JsonReading.Read(var value) -> new Fields(value, "", problems);
      case JsonReading.Malformed(var message, var position) ->
          throw new IllegalStateException("`" + name + "`: " + position + ": " + message);
    };
  }

  /// @throws IllegalStateException if there is any problem
  static void check(String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException("`" + name + "` is not as it should be: " + problems);
    }
  }

  static String text(String name) {
    try (var in = ResourceFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
