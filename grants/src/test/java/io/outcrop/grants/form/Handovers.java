package io.outcrop.grants.form;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// The handovers of `grants/form`.
final class Handovers {
  static final Path SUITE = Path.of("src/test/resources/grants/form");

  private Handovers() {}

  static Stream<Arguments> all() throws IOException {
    try (var files = Files.list(SUITE)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> Arguments.of(name(file), read(file)))
          .toList()
          .stream();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }

  private static Handover read(Path file) {
    try {
      var handover =
          (Json.Obj) ((JsonReading.Read) JsonReader.read(Files.readString(file))).value();
      return new Handover(
          handover.list("documents").stream().map(Handovers::document).toList(),
          target(handover.text("target").orElseThrow()),
          handover.text("partition").orElseThrow(),
          handover.text("account").orElseThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static NamedDocument document(Json json) {
    var named = (Json.Obj) json;
    return new NamedDocument(
        named.text("name").orElseThrow(), named.object("document").orElseThrow());
  }

  private static Target target(String words) {
    if (words.isEmpty()) {
      return new Target.Unattached();
    }
    var parts = List.of(words.split(" ", 3));
    var holder = Holder.of(parts.get(1), parts.get(2)).orElseThrow();
    return parts.getFirst().equals("inline")
        ? new Target.Inline(holder)
        : new Target.Attached(holder);
  }
}
