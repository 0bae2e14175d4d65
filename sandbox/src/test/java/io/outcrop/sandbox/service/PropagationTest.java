package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A world in which changes take their time.
final class PropagationTest {
  private static final String ADMIN = "AKIAI44QH8DHBEXAMPLE";
  private static final String CALLER = "AKIAIOSFODNN7EXAMPLE";
  private static final String ALLOW =
      "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"iam:ListUsers\\\",\\\"Resource\\\":\\\"*\\\"}}";

  private static Playground playground(Path folder, String propagation) {
    var document = Worlds.get("seed-d").source().with("propagation", Json.of(propagation));
    if (Worlds.read(document) instanceof WorldReading.Read(var world)) {
      return new Playground(folder, world.realm(), world.realm().title().clock());
    }
    throw new AssertionError(Worlds.read(document));
  }

  private static Reply put(Playground playground) {
    playground.call(
        ADMIN,
        "iam",
        "UpdateAccessKey",
        "{\"UserName\":\"third-party-app\",\"AccessKeyId\":\""
            + CALLER
            + "\",\"Status\":\"Active\"}",
        "");
    playground.pass(Duration.ofMinutes(1));
    return playground.call(
        ADMIN,
        "iam",
        "PutUserPolicy",
        "{\"UserName\":\"third-party-app\",\"PolicyName\":\"Look\",\"PolicyDocument\":\""
            + ALLOW
            + "\"}",
        "");
  }

  private static String list(Playground playground) {
    return Playground.line(playground.call(CALLER, "iam", "ListUsers", "{}", ""));
  }

  @Test
  void grantActsAfterSomeSecondsAndIsReadAtOnce(@TempDir Path temp) {
    try (var playground = playground(temp.resolve("world"), "real")) {
      assertThat(put(playground)).isInstanceOf(Reply.Output.class);
      assertThat(list(playground)).startsWith("403 AccessDenied");
      assertThat(
              Playground.line(
                  playground.call(
                      ADMIN,
                      "iam",
                      "GetUserPolicy",
                      "{\"UserName\":\"third-party-app\",\"PolicyName\":\"Look\"}",
                      "")))
          .startsWith("output");
      playground.pass(Duration.ofSeconds(4));
      assertThat(list(playground)).startsWith("403 AccessDenied");
      playground.pass(Duration.ofSeconds(1));
      assertThat(list(playground)).startsWith("output");
    }
  }

  @Test
  void grantActsAtOnceUnlessTheWorldSaysSo(@TempDir Path temp) {
    try (var playground = playground(temp.resolve("world"), "none")) {
      assertThat(put(playground)).isInstanceOf(Reply.Output.class);
      assertThat(list(playground)).startsWith("output");
    }
  }
}
