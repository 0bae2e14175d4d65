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
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything in a world at one moment, with the secrets of its keys: what it was is as secret as
/// it is.
///
/// @param at the world's time
/// @param realm everything in it
public record Snapshot(Instant at, Realm realm) {
  private static final int FORMAT_VERSION = 1;

  /// What came of reading one.
  public sealed interface Reading {
    /// It is one.
    record Read(Snapshot snapshot) implements Reading {}

    /// It is none; every problem found. Never empty.
    record Malformed(List<Problem> problems) implements Reading {
      public Malformed {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The world as it is now.
  public static Snapshot of(LiveWorld world) {
    return new Snapshot(world.clock().instant(), world.realm());
  }

  /// Reads a snapshot's file.
  public static Reading read(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> read(value);
      case JsonReading.Malformed(var message, var position) ->
          new Reading.Malformed(List.of(new Problem("", position, message)));
    };
  }

  private static Reading read(Json document) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(document, "", problems);
    if (fields.whole("formatVersion", 0) != FORMAT_VERSION) {
      fields.problem("formatVersion", "expected `formatVersion: " + FORMAT_VERSION + "`");
    }
    var at = instant(fields);
    var world = fields.any("world").orElseGet(Json::object);
    fields.finish();
    if (!problems.isEmpty()) {
      return new Reading.Malformed(problems);
    }
    return switch (Worlds.read(world)) {
      case WorldReading.Read(var found) -> new Reading.Read(new Snapshot(at, found.realm()));
      case WorldReading.Malformed(var wrong) -> new Reading.Malformed(wrong);
    };
  }

  private static Instant instant(Fields fields) {
    var text = fields.text("at");
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException _) {
      fields.problem("at", "expected an instant, found `" + text + "`");
      return Instant.EPOCH;
    }
  }

  /// The snapshot's document.
  public Json.Obj document() {
    return Json.object()
        .with("formatVersion", Json.of(FORMAT_VERSION))
        .with("at", Json.of(at.toString()))
        .with("world", RealmWriter.write(realm));
  }

  /// Writes it to `file`, which only its owner may read.
  public void write(Path file) {
    PrivateFiles.replace(file, JsonWriter.pretty(document()) + "\n");
  }

  /// Makes the world in `folder`, which is open, what it was: its state, its client side and its
  /// time. What is made durable is made so in this order, so that a crash leaves keys that fit.
  public void restoreTo(LiveWorld world, Path folder) {
    world.exclusively(() -> {
      world.restore(realm, at);
      new ClientFiles(realm).write(folder);
      return realm;
    });
  }
}
