package io.outcrop.lint.subject;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Data that checks bring along: resource files of `io/outcrop/lint`.
public final class Shipped {
  private Shipped() {}

  /// The lines of a file, without comments and blank lines.
  public static List<String> lines(String name) {
    return text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /// The object in a file.
  public static Json.Obj object(String name) {
    return switch (JsonReader.read(text(name))) {
      case JsonReading.Read(Json.Obj object) -> object;
      case JsonReading.Read _ -> throw new IllegalStateException("`" + name + "` is no object");
      case JsonReading.Malformed malformed ->
          throw new IllegalStateException("`" + name + "`: " + malformed.message());
    };
  }

  private static String text(String name) {
    try (var stream = Shipped.class.getResourceAsStream("/io/outcrop/lint/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("resource `" + name + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read resource `" + name + "`", lost);
    }
  }
}
