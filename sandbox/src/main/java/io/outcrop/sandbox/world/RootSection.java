package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.realm.UserSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The root user of an account, in a world's document.
final class RootSection {
  private RootSection() {}

  static RootUser read(Fields account, Instant clock, List<Problem> problems) {
    var found = account.object("root");
    if (found.isEmpty()) {
      return RootUser.WITHOUT_KEYS;
    }
    var root = found.get();
    var keys = new LinkedHashMap<String, AccessKey>();
    each(root, "accessKeys", (id, key) -> keys.put(id, AccessKeySection.read(id, key, clock)));
    var sessions = new LinkedHashMap<String, UserSession>();
    each(
        root,
        "sessions",
        (id, session) -> sessions.put(id, SessionSection.user(id, session, problems)));
    root.finish();
    return new RootUser(keys, sessions);
  }

  private static void each(Fields fields, String name, BiConsumer<String, Fields> read) {
    fields
        .object(name)
        .ifPresent(entries -> {
          for (var id : entries.names()) {
            var inner = entries.object(id).orElseThrow();
            read.accept(id, inner);
            inner.finish();
          }
        });
  }

  static @Nullable Json write(RootUser root) {
    return root.equals(RootUser.WITHOUT_KEYS)
        ? null
        : members(
            "accessKeys", map(root.keys(), AccessKeySection::write),
            "sessions", map(root.sessions(), SessionSection::write));
  }
}
