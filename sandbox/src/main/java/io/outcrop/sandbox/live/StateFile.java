package io.outcrop.sandbox.live;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.RealmWriter;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The file in which a world's state stands: the world's own document with secrets, behind a
/// version of the file and the machine's time when the world was made.
final class StateFile {
  private static final int FORMAT_VERSION = 1;

  private final Path path;

  StateFile(Path folder) {
    this.path = folder.resolve("state.json");
  }

  /// What the file says.
  record State(Instant createdAt, Realm realm) {}

  /// Writes the state so that a crash at any time leaves the old one or the new one.
  void write(State state) {
    var members = new LinkedHashMap<String, Json>();
    members.put("formatVersion", Json.of(FORMAT_VERSION));
    members.put("createdAt", Json.of(state.createdAt().toString()));
    members.put("world", RealmWriter.write(state.realm()));
    PrivateFiles.replace(path, JsonWriter.pretty(Json.object(members)) + "\n");
  }

  State read() {
    var problems = new ArrayList<Problem>();
    try {
      if (JsonReader.read(Files.readString(path)) instanceof JsonReading.Read(var value)) {
        return read(new Fields(value, "", problems), problems);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + path + "`", unreadable);
    }
    throw unusable(problems);
  }

  private State read(Fields fields, List<Problem> problems) {
    var version = fields.whole("formatVersion", 0);
    var createdAt = fields.text("createdAt");
    var world = fields.any("world");
    fields.finish();
    if (version != FORMAT_VERSION || world.isEmpty() || !problems.isEmpty()) {
      throw unusable(problems);
    }
    try {
      return switch (Worlds.read(world.get())) {
        case WorldReading.Read(var read) -> new State(Instant.parse(createdAt), read.realm());
        case WorldReading.Malformed(var wrong) -> throw unusable(wrong);
      };
    } catch (DateTimeException _) {
      throw unusable(problems);
    }
  }

  private UncheckedIOException unusable(List<Problem> problems) {
    var why = problems.isEmpty() ? "" : ": " + problems.getFirst();
    return new UncheckedIOException(
        new IOException("`" + path + "` is not a world's state that this version can read" + why));
  }
}
