package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One resource file of the catalogue.
final class Document {
  private Document() {}

  /// What `read` makes of the file `name`, which has to be there and to hold nothing unknown: the
  /// files are part of the program.
  static <T> T read(String name, Function<Fields, T> read) {
    var problems = new ArrayList<Problem>();
    var fields =
        switch (JsonReader.read(text(name))) {
          case JsonReading.Read(var value) -> new Fields(value, "", problems);
          case JsonReading.Malformed(var message, var position) ->
              throw broken(name, List.of(new Problem("", position, message)));
        };
    var result = read.apply(fields);
    fields.finish();
    if (!problems.isEmpty()) {
      throw broken(name, problems);
    }
    return result;
  }

  private static String text(String name) {
    try (var stream = Document.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("catalogue file `" + name + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("catalogue file `" + name + "` is unreadable", unreadable);
    }
  }

  private static IllegalStateException broken(String name, List<Problem> problems) {
    return new IllegalStateException("catalogue file `" + name + "` is wrong: " + problems);
  }
}
