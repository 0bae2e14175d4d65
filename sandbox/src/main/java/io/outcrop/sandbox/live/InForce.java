package io.outcrop.sandbox.live;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which realm authorises: in a world whose propagation is real, the one that was there a little
/// earlier. A process that begins finds everything in force. Safe for many threads; realms are told
/// one at a time.
final class InForce {
  private static final String FILE = "/io/outcrop/sandbox/live/propagation.json";

  private volatile List<Past> past = List.of();

  private static final class Shipped {
    static final Duration DELAY = read();
  }

  /// A realm, and when the next one took its place.
  private record Past(Realm realm, Instant until) {
    boolean isInForce(Instant now) {
      return until.plus(Shipped.DELAY).isAfter(now);
    }
  }

  /// `before` was changed at `now`.
  void changed(Realm before, Instant now) {
    if (before.circumstances().propagation() == Propagation.NONE) {
      return;
    }
    var kept = new ArrayList<>(past);
    kept.removeIf(realm -> !realm.isInForce(now));
    kept.add(new Past(before, now));
    past = List.copyOf(kept);
  }

  /// Whatever is there is in force.
  void forget() {
    past = List.of();
  }

  /// The realm that authorises at `now`, when `current` is the newest.
  Realm at(Instant now, Realm current) {
    for (var realm : past) {
      if (realm.isInForce(now)) {
        return realm.realm();
      }
    }
    return current;
  }

  private static Duration read() {
    try (var in = InForce.class.getResourceAsStream(FILE)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj document)) {
        return Duration.parse(document.text("delay").orElseThrow());
      }
      throw new IllegalStateException("`" + FILE + "` is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
