package io.outcrop.grants.generate;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Function;

/// A resource file of facts that comes with this program.
final class FactFile {
  private FactFile() {}

  /// What `read` makes of the file `name`, which has to be there and to hold nothing unknown.
  static <T> T read(String name, Function<Fields, T> read) {
    var problems = new ArrayList<Problem>();
    var fields =
        switch (JsonReader.read(text(name))) {
          case JsonReading.Read(var value) -> new Fields(value, "", problems);
          case JsonReading.Malformed(var message, var position) ->
              throw new IllegalStateException(name + " is wrong: " + message + " " + position);
        };
    fields.whole("formatVersion", 1);
    var result = read.apply(fields);
    fields.finish();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(name + " is wrong: " + problems);
    }
    return result;
  }

  private static String text(String name) {
    try (var stream = FactFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " is unreadable", unreadable);
    }
  }
}
