package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has no permission gets nothing from any operation, but from those that need none.
final class GuardedOperationsTest {
  private static final String NOBODY = "AKIAEXAMPLENOBODY000";

  @Test
  void noOperationAnswersWithoutPermission(@TempDir Path folder) {
    var realm = Worlds.get("healthy").realm();
    var now = realm.title().clock();
    var key = new AccessKey(NOBODY, true, now, Secret.of(""));
    var nobody =
        Identity.User.of(
                new Identity.Label("nobody", "/", "AIDAEXAMPLENOBODY000", now), Permissions.none())
            .withKeys(Map.of(NOBODY, key));
    var with = realm.with("111122223333", account -> account.with(nobody));
    LiveWorld.create(folder.resolve("world"), with, () -> now);
    try (var world = LiveWorld.open(folder.resolve("world"), () -> now, () -> now)) {
      var before = world.realm();
      var services = new Services(world, _ -> {});
      var answered = new ArrayList<String>();
      var asked = 0;
      for (var service : services.inventory().entrySet()) {
        for (var operation : service.getValue()) {
          asked++;
          if (!(services.apply(call(service.getKey(), operation, now)) instanceof Reply.Fault)) {
            assertThat(Guard.isFree(service.getKey(), operation))
                .as(service.getKey() + " " + operation)
                .isTrue();
            answered.add(operation);
          }
        }
      }
      assertThat(asked).isGreaterThan(90);
      assertThat(answered).contains("GetCallerIdentity");
      assertThat(withoutNobody(world.realm())).isEqualTo(withoutNobody(before));
    }
  }

  /// GetSessionToken is free, and leaves a session of the caller's own.
  private static Realm withoutNobody(Realm realm) {
    var nobody = new Identity.Key(Identity.Kind.USER, "nobody");
    return realm.with("111122223333", account -> account.without(nobody));
  }

  private static Call call(String service, String operation, Instant now) {
    return new Call(
        "00000000-0000-4000-8000-000000000001",
        service,
        operation,
        Json.object(),
        "",
        Map.of(),
        new Caller.Signed(NOBODY),
        "us-east-1",
        now);
  }
}
