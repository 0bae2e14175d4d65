package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.live.ClientFiles;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.world.RealmWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {
  private static final String ADMIN = "AKIAI44QH8DHBEXAMPLE";
  private static final String CALLER = "AKIAIOSFODNN7EXAMPLE";
  private static final Fault FAULT =
      new Fault(
          Fault.Kind.THROTTLE, Fault.Scope.ALL, new Fault.Odds(1, 1, 1, 0), Fault.Course.PLAIN);

  @Test
  void everyAnsweredChangeIsOnDisk(@TempDir Path temp) throws IOException {
    var folder = temp.resolve("world");
    Json before;
    try (var playground = new Playground(folder, "seed-d")) {
      for (var status : new String[] {"Active", "Inactive", "Active"}) {
        var reply =
            playground.call(
                ADMIN,
                "iam",
                "UpdateAccessKey",
                "{\"UserName\":\"third-party-app\",\"AccessKeyId\":\"%s\",\"Status\":\"%s\"}"
                    .formatted(CALLER, status),
                "");
        assertThat(reply).isInstanceOf(Reply.Output.class);
        assertThat(Files.readString(folder.resolve("journal.jsonl")))
            .endsWith("\"value\":\"" + status + "\"}]}\n");
      }
      before = RealmWriter.write(playground.world().realm());
    }
    try (var again = Playground.reopen(folder, Instant.parse("2025-07-01T09:00:00Z"))) {
      assertThat(RealmWriter.write(again.realm())).isEqualTo(before);
      assertThat(again.find(CALLER)).isInstanceOf(Keys.Key.Active.class);
    }
  }

  @Test
  void leftOverTemporaryFileDoesNoHarm(@TempDir Path temp) throws IOException {
    var folder = temp.resolve("world");
    new Playground(folder, "seed-a").close();
    Files.writeString(folder.resolve("state.json.new"), "{\"half");
    try (var again = Playground.reopen(folder, Instant.parse("2025-10-15T09:00:00Z"))) {
      again.exclusively(() -> {
        again.commit(again.realm().with(again.realm().circumstances().withFaults(List.of(FAULT))));
        return 0;
      });
    }
    assertThat(JsonReader.read(Files.readString(folder.resolve("state.json"))))
        .isInstanceOf(JsonReading.Read.class);
    assertThat(folder.resolve("state.json.new")).doesNotExist();
  }

  @Test
  void secretsAreInFilesForTheirOwnerAlone(@TempDir Path temp) throws IOException {
    var folder = temp.resolve("world");
    try (var playground = new Playground(folder, "seed-c")) {
      var credentials = ClientFiles.home(folder).resolve(".aws").resolve("credentials");
      for (var file : new Path[] {folder.resolve("state.json"), credentials}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
      var key = playground.world().find("ASIAIOSFODNN7EXAMPLE");
      assertThat(key)
          .isInstanceOfSatisfying(
              Keys.Key.Active.class,
              active -> {
                var environment = new ClientFiles(playground.world().realm()).environment(folder);
                assertThat(environment)
                    .containsEntry("AWS_SECRET_ACCESS_KEY", active.secret().reveal())
                    .containsEntry("AWS_SESSION_TOKEN", active.sessionToken().reveal());
                assertThat(active.secret().reveal()).hasSize(40);
              });
      assertThat(Files.readString(credentials)).doesNotContain("${");
    }
  }

  @Test
  void twoWorldsHaveDifferentSecrets(@TempDir Path temp) {
    try (var one = new Playground(temp.resolve("one"), "seed-a");
        var two = new Playground(temp.resolve("two"), "seed-a")) {
      assertThat(one.world().find(CALLER)).isNotEqualTo(two.world().find(CALLER));
    }
  }

  @Test
  void worldThatIsOpenCannotBeOpenedAgain(@TempDir Path temp) {
    var folder = temp.resolve("world");
    try (var playground = new Playground(folder, "seed-a")) {
      var now = playground.world().clock().instant();
      assertThatThrownBy(() -> Playground.reopen(folder, now))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("already open");
    }
  }

  @Test
  void sessionsEndByTheWorldsClock(@TempDir Path temp) {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      var reply =
          playground.call(
              CALLER,
              "sts",
              "AssumeRole",
              "{\"RoleArn\":\"arn:aws:iam::444455556666:role/OrganizationAccountAccessRole\",\"RoleSessionName\":\"work\"}",
              "");
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Output.class,
              output -> {
                var id =
                    output
                        .output()
                        .object("Credentials")
                        .orElseThrow()
                        .text("AccessKeyId")
                        .orElseThrow();
                assertThat(playground.world().find(id)).isInstanceOf(Keys.Key.Active.class);
                playground.pass(Duration.ofHours(1));
                assertThat(playground.world().find(id)).isInstanceOf(Keys.Key.Expired.class);
              });
    }
  }
}
