package io.outcrop.sandbox.live;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// A process that changes a world until it is killed: one new policy of one user after the other,
/// from the number on that it is told. It says each number when the change is acknowledged.
final class KilledWriter {
  static final String ACCOUNT = "111122223333";
  static final String USER = "third-party-app";

  private KilledWriter() {}

  public static void main(String[] arguments) {
    try (var world = LiveWorld.open(Path.of(arguments[0]), null, InstantSource.system())) {
      for (var number = Integer.parseInt(arguments[1]); ; number++) {
        var name = "written-" + number;
        world.call(() -> {
          world.commit(world.realm().with(ACCOUNT, account -> with(account, name)));
          return name;
        });
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  private static Account with(Account account, String name) {
    var user = account.identity(new Identity.Key(Identity.Kind.USER, USER)).orElseThrow();
    var document =
        Json.object(
            Map.of(
                "Version", Json.of("2012-10-17"),
                "Statement",
                    Json.object(
                        Map.of(
                            "Effect", Json.of("Deny"),
                            "Action", Json.of("*"),
                            "Resource", Json.of("*")))));
    return account.with(user.with(user.permissions().withInline(name, document)));
  }
}
