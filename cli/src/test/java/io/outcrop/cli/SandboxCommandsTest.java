package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.terminal.Terminal;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look at worlds and steer them, held against golden files.
final class SandboxCommandsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "cli", "sandbox");

  @TempDir Path folder;

  private static void golden(String name, String text) throws IOException {
    var file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  private static String ended(Run run) {
    return run.out()
        + (run.err().isEmpty() ? "" : "stderr:\n" + run.err())
        + "exit "
        + run.code()
        + "\n";
  }

  @Test
  void aWorldIsShownAsItsFileAndAsAWhole() throws IOException {
    var stage = Run.Stage.in(folder);
    assertThat(stage.run("sandbox", "show", "scp-explicit-deny").out())
        .isEqualTo(Worlds.text("scp-explicit-deny"));
    var whole = stage.run("sandbox", "show", "--whole", "scp-explicit-deny");
    golden("show-whole.txt", ended(whole));
    assertThat(Worlds.read(whole.out()))
        .isInstanceOfSatisfying(
            WorldReading.Read.class,
            read ->
                assertThat(read.world().source())
                    .isEqualTo(Worlds.get("scp-explicit-deny").source()));
    golden("show-nothing.txt", ended(stage.run("sandbox", "show", "scp-explicit-dny")));
  }

  @Test
  void everyWorldReadsTheSameFromItsWholeYaml() {
    var stage = Run.Stage.in(folder);
    for (var name : Worlds.builtIn()) {
      assertThat(Worlds.read(stage.run("sandbox", "show", "--whole", name).out()))
          .as(name)
          .isInstanceOfSatisfying(
              WorldReading.Read.class,
              read -> assertThat(read.world().source()).isEqualTo(Worlds.get(name).source()));
    }
  }

  @Test
  void aNewWorldIsWrittenOnceAndIsOne() throws IOException {
    var stage = Run.Stage.in(folder);
    golden("new.txt", ended(stage.run("sandbox", "new", "mine", "--from", "organization")));
    golden("new-file.txt", Files.readString(folder.resolve("mine.yaml")));
    golden("new-again.txt", ended(stage.run("sandbox", "new", "mine")));
    golden("new-built-in.txt", ended(stage.run("sandbox", "new", "healthy")));
    golden("lint-fine.txt", ended(stage.run("sandbox", "lint", "mine.yaml")));
    stage.run("sandbox", "new", "whole", "--from", "seed-c", "--whole");
    assertThat(stage.run("sandbox", "lint", "whole.yaml").code()).isZero();
    assertThat(stage.run("doctor", "--world", "whole.yaml", "--json").out())
        .contains("\"cause\": \"marketplace-permissions\"");
  }

  @Test
  void whatIsWrongOrOddIsToldWithItsPlace() throws IOException {
    var stage = Run.Stage.in(folder);
    Files.writeString(
        folder.resolve("wrong.yaml"),
        """
        formatVersion: 1
        name: wrong
        summary: Not a world
        extends: application
        regoin: us-east-1
        faults:
          - {kind: THROTTLE, count: many}
        """);
    golden("lint-wrong.txt", ended(stage.run("sandbox", "lint", "wrong.yaml")));
    Files.writeString(
        folder.resolve("odd.yaml"),
        """
        formatVersion: 1
        name: odd
        summary: A world that is not meant so
        extends: application
        accounts:
          "111122223333":
            policies:
              Spare:
                document:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Action: bedrock:Converse
                      Resource: "*"
                      Condition:
                        StringEquals: {aws:RequestdRegion: us-east-1}
        """);
    golden("lint-odd.txt", ended(stage.run("sandbox", "lint", "odd.yaml")));
    var json = stage.run("sandbox", "lint", "odd.yaml", "--json");
    golden("lint-odd.json", json.out());
    Schemas.check("sandbox-lint", json.out());
  }

  @Test
  void faultsComeAndGo() throws IOException {
    var stage = Run.Stage.in(folder);
    golden("faults-none.txt", ended(stage.run("sandbox", "faults", "--world", "application")));
    golden(
        "faults-add.txt",
        ended(
            stage.run(
                "sandbox",
                "faults",
                "--world",
                "application",
                "--add",
                "THROTTLE",
                "--share",
                "0.3",
                "--model",
                "anthropic.claude-sonnet-5-5")));
    var json =
        stage.run(
            "sandbox",
            "faults",
            "--world",
            "application",
            "--add",
            "EXCEPTION",
            "--after",
            "2",
            "--error",
            ":throttlingException:Too many tokens",
            "--json");
    golden("faults-more.json", json.out());
    Schemas.check("sandbox-faults", json.out());
    golden(
        "faults-wrong.txt",
        ended(stage.run("sandbox", "faults", "--world", "application", "--add", "THROTTEL")));
    golden(
        "faults-without-kind.txt",
        ended(stage.run("sandbox", "faults", "--world", "application", "--count", "3")));
    golden(
        "faults-clear.txt",
        ended(stage.run("sandbox", "faults", "--world", "application", "--clear")));
  }

  @Test
  void aSnapshotIsKeptPrivatelyAndBringsBackWhatWas() throws IOException {
    var stage = Run.Stage.in(folder);
    assertThat(stage.run("doctor", "--world", "seed-e").code()).isEqualTo(1);
    var kept = stage.run("sandbox", "snapshot", "seed-e", "before.json");
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out())
        .matches(
            "the world `seed-e` of 2025-10-03T\\S+ is kept in `before.json`, which holds its"
                + " keys\n");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("before.json"))))
        .isEqualTo("rw-------");
    assertThat(stage.run("fix", "--world", "seed-e", "--yes").code()).isZero();
    assertThat(stage.run("doctor", "--world", "seed-e").code()).isZero();
    var restored = stage.run("sandbox", "restore", "seed-e", "before.json");
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(stage.run("doctor", "--world", "seed-e", "--json").out())
        .contains("\"cause\": \"identity-explicit-deny\"");
    golden("restore-other.txt", ended(stage.run("sandbox", "restore", "seed-a", "before.json")));
  }

  @Test
  void aServedWorldIsSteeredFromAnotherCommand() throws IOException {
    var stage = Run.Stage.in(folder);
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Attached.nowhere());
    var session = stage.session(terminal);
    var choice = WorldChoice.of("application", session);
    var opened = new WorldStore(session).open(choice, Serving.usual());
    try (var held = ((WorldStore.Opened.Held) opened).world()) {
      assertThat(held.running().name()).isEqualTo("application");
      stage.run("sandbox", "faults", "--world", "application", "--add", "UNAVAILABLE");
      assertThat(stage.run("doctor", "--world", "application", "--json").out())
          .contains("\"cause\": \"service-unavailable\"");
      stage.run("sandbox", "faults", "--world", "application", "--clear");
      assertThat(stage.run("doctor", "--world", "application").code()).isZero();
      var moved =
          stage.run("sandbox", "clock", "--world", "application", "2027-03-01T00:00:00Z", "--json");
      Schemas.check("sandbox-clock", moved.out());
      assertThat(stage.run("sandbox", "clock", "--world", "application", "+36h").out())
          .startsWith("in the world `application` it is 2027-03-02T12:0");
      golden(
          "clock-wrong.txt",
          ended(stage.run("sandbox", "clock", "--world", "application", "later")));
    }
  }

  @Test
  void theLedgerIsPrinted() throws IOException {
    var stage = Run.Stage.in(folder);
    var overview = stage.run("sandbox", "fidelity");
    assertThat(overview.code()).isZero();
    assertThat(overview.out()).contains("bedrock-runtime", "documented", "unverified");
    golden("fidelity-account.txt", ended(stage.run("sandbox", "fidelity", "account")));
    golden("fidelity-nothing.txt", ended(stage.run("sandbox", "fidelity", "bedrok")));
    Schemas.check("sandbox-fidelity", stage.run("sandbox", "fidelity", "--json").out());
  }

  @Test
  void theRecorderSaysWhatItCallsComparesAndMasks() throws IOException {
    var stage = Run.Stage.in(folder);
    var same = stage.run("sandbox", "fidelity", "record", "--world", "healthy");
    golden("record-healthy.txt", ended(same));
    var denied =
        stage.run("sandbox", "fidelity", "record", "--world", "member-application", "--json");
    golden("record-member.json", denied.out());
    assertThat(denied.code()).isZero();
    assertThat(denied.out()).doesNotContain("444455556666", "111122223333");
    Schemas.check("sandbox-fidelity-record", denied.out());
    stage.run(
        "sandbox",
        "faults",
        "--world",
        "healthy",
        "--add",
        "ERROR",
        "--service",
        "organizations",
        "--error",
        "400:AccessDeniedException:Words that nobody has entered");
    var other = stage.run("sandbox", "fidelity", "record", "--world", "healthy");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("the ledger has no such sentence");
  }

  @Test
  void worldsAreListed() throws IOException {
    golden("worlds.txt", ended(Run.Stage.in(folder).run("sandbox", "worlds")));
  }
}
