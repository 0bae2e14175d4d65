package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldsTest {
  @TempDir Path folder;

  @Test
  void theHealthyWorldIsHealthyAndSaysThatItIsASandbox() {
    var stage = Run.Stage.in(folder);
    var text = stage.run("doctor", "--sandbox");
    assertThat(text.code()).as(text.out() + text.err()).isZero();
    assertThat(text.out())
        .startsWith("✓ healthy")
        .contains("sandbox: the world `healthy` answered, not AWS");
    assertThat(text.err()).isEmpty();
    var json = stage.run("doctor", "--world", "healthy", "--json");
    assertThat(json.code()).isZero();
    assertThat(json.out())
        .contains("\"sandbox\": true", "\"world\": \"healthy\"", "\"findings\": []");
    Schemas.check("doctor", json.out());
  }

  @ParameterizedTest
  @CsvSource({
    "seed-a, iam-no-identity-policy-allow, on-demand-not-supported",
    "seed-b, no-credentials, invalid-model-id-suffix",
    "seed-c, marketplace-permissions, iam-missing-stream-action",
    "seed-d, credentials-invalid,",
    "seed-e, identity-explicit-deny, iam-no-identity-policy-allow"
  })
  void eachSeedIsDiagnosedMendedAndTakenBack(String world, String root, String next) {
    var stage = Run.Stage.in(folder);
    var before = stage.run("doctor", "--world", world, "--json");
    assertThat(before.code()).as(before.out() + before.err()).isEqualTo(1);
    assertThat(before.out()).containsSubsequence("\"root\": {", "\"cause\": \"" + root + "\"");
    if (next != null) {
      assertThat(before.out()).containsSubsequence("\"next\": [", "\"cause\": \"" + next + "\"");
    }
    Schemas.check("doctor", before.out());
    var plan = stage.run("fix", "--world", world, "--plan-only", "--json");
    assertThat(plan.code()).isEqualTo(1);
    Schemas.check("fix", plan.out());
    var fixed = stage.run("fix", "--world", world, "--yes", "--json");
    assertThat(fixed.code()).as(fixed.out() + fixed.err()).isZero();
    Schemas.check("fix", fixed.out());
    assertThat(stage.run("doctor", "--world", world).code()).isZero();
    var undone = stage.run("fix", "--world", world, "--undo", "--json");
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    Schemas.check("fix", undone.out());
    var again = stage.run("doctor", "--world", world, "--json");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).containsSubsequence("\"root\": {", "\"cause\": \"" + root + "\"");
  }

  @Test
  void withoutConsentNothingIsChanged() {
    var stage = Run.Stage.in(folder);
    var silent = stage.run("fix", "--world", "seed-d");
    assertThat(silent.code()).isEqualTo(2);
    assertThat(silent.err())
        .isEqualTo(
            """
            outcrop: there is no terminal to ask on, and nothing was changed
            help: `--yes` applies without asking, `--plan-only` only shows the plan
            """);
    var declined = stage.attached(true, true, true).reading("n\n").run("fix", "--world", "seed-d");
    assertThat(declined.code()).isEqualTo(1);
    assertThat(declined.err()).contains("Apply this plan? [y/N]");
    assertThat(stage.run("doctor", "--world", "seed-d").code()).isEqualTo(1);
    var allowed = stage.attached(true, true, true).reading("y\n").run("fix", "--world", "seed-d");
    assertThat(allowed.code()).as(allowed.out() + allowed.err()).isZero();
    assertThat(stage.run("fix", "--world", "seed-d", "--undo").code()).isZero();
    assertThat(stage.run("fix", "--world", "seed-d", "--undo").code()).isEqualTo(2);
    assertThat(stage.run("fix", "--world", "seed-d", "--resume").code()).isEqualTo(2);
  }

  @Test
  void aSecondCommandJoinsTheProcessThatHoldsTheWorld() throws IOException {
    var stage = Run.Stage.in(folder);
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Attached.nowhere());
    var session = stage.session(terminal);
    var choice = WorldChoice.of("healthy", session);
    var env = stage.run("sandbox", "env");
    assertThat(env.code()).isEqualTo(2);
    assertThat(env.err()).contains("nobody serves the world `healthy`", "outcrop sandbox serve");
    var opened = new WorldStore(session).open(choice, Serving.usual());
    assertThat(opened).isInstanceOf(WorldStore.Opened.Held.class);
    try (var held = ((WorldStore.Opened.Held) opened).world()) {
      var endpoint = held.running().endpoint().toString();
      assertThat(new WorldStore(session).open(choice, Serving.usual()))
          .isInstanceOf(WorldStore.Opened.Joined.class);
      assertThat(stage.run("doctor", "--sandbox").out()).contains(endpoint);
      assertThat(stage.run("sandbox", "env").out())
          .contains("export AWS_ENDPOINT_URL='" + endpoint + "'")
          .contains("export AWS_ACCESS_KEY_ID=", "export AWS_SECRET_ACCESS_KEY=")
          .contains("export AWS_REGION='us-east-1'", "export AWS_DEFAULT_REGION='us-east-1'");
      assertThat(stage.run("sandbox", "env", "--shell", "powershell").out())
          .contains("$env:AWS_ENDPOINT_URL = '" + endpoint + "'");
      var certificate = folder.resolve("state").resolve("ca.pem");
      assertThat(stage.run("sandbox", "env", "--proxy").out())
          .contains("export HTTPS_PROXY='" + endpoint + "'", "export AWS_ACCESS_KEY_ID=")
          .contains("export AWS_CA_BUNDLE='" + certificate + "'")
          .contains("unset ", " AWS_ENDPOINT_URL", " NO_PROXY")
          .doesNotContain("export AWS_ENDPOINT_URL=");
      assertThat(certificate).exists();
      var marked = stage.run("doctor", "--endpoint-url", endpoint, "--json");
      assertThat(marked.out()).contains("\"sandbox\": true", "\"world\": \"healthy\"");
      var elsewhere =
          stage
              .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
              .with("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
              .with("AWS_REGION", "us-east-1")
              .with("AWS_ENDPOINT_URL", endpoint)
              .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://127.0.0.1:99999")
              .run("doctor", "--model", "us.anthropic.claude-sonnet-5-5");
      assertThat(elsewhere.out())
          .contains("[endpoint-unreachable]", "the world `healthy` answered");
      var moved = stage.run("doctor", "--sandbox", "--clock", "2020-01-01");
      assertThat(moved.code()).isEqualTo(2);
      assertThat(moved.err()).contains("the world `healthy` is in use by process");
      assertThat(stage.run("sandbox", "reset", "healthy").code()).isEqualTo(2);
      assertThat(stage.run("sandbox", "serve").err()).contains("is served by process");
      var file = folder.resolve("state/worlds/.healthy.running.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(folder.resolve("state/worlds/.healthy.running.json")).doesNotExist();
    assertThat(stage.run("sandbox", "reset", "healthy").out())
        .isEqualTo("the world `healthy` starts anew next time\n");
    assertThat(folder.resolve("state/worlds/healthy")).doesNotExist();
  }

  @Test
  void aTakenPortIsSaid() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var run = Run.Stage.in(folder).run("sandbox", "serve", "--port", port);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("outcrop: port " + port + " of 127.0.0.1 is taken")
          .contains("--port 0");
    }
  }

  @Test
  void aClientsCommandGetsTheWorldsVariablesAndKeepsItsCode() throws IOException {
    var script = folder.resolve("show.sh");
    var seen = folder.resolve("seen.txt");
    Files.writeString(
        script,
        "env | grep '^AWS_' | cut -d= -f1 | sort > "
            + seen
            + "\necho \"$MINE\" >> "
            + seen
            + "\nexit 5\n");
    var stage =
        Run.Stage.in(folder)
            .with("MINE", "kept")
            .with("AWS_PROFILE", "mine")
            .with("AWS_SESSION_TOKEN", "old");
    var run = stage.run("sandbox", "client", "--", "sh", script.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(5);
    assertThat(Files.readString(seen))
        .contains(
            "AWS_ACCESS_KEY_ID\n",
            "AWS_DEFAULT_REGION\n",
            "AWS_ENDPOINT_URL\n",
            "AWS_REGION\n",
            "AWS_SECRET_ACCESS_KEY\n",
            "kept\n")
        .doesNotContain("AWS_PROFILE", "AWS_SESSION_TOKEN");
    stage.run("sandbox", "client", "--world", "seed-c", "--", "sh", script.toString());
    assertThat(Files.readString(seen)).contains("AWS_SESSION_TOKEN\n");
    stage.run("sandbox", "client", "--world", "seed-b", "--", "sh", script.toString());
    assertThat(Files.readString(seen))
        .doesNotContain("AWS_ACCESS_KEY_ID")
        .contains("AWS_SHARED_CREDENTIALS_FILE");
    assertThat(folder.resolve("state/worlds/healthy")).doesNotExist();
  }

  @Test
  void aClientThatHasAwsHostsBuiltInIsLedByTheProxy() throws IOException {
    var script = folder.resolve("call.sh");
    var seen = folder.resolve("seen.txt");
    Files.writeString(
        script,
        """
        command -v curl > /dev/null || exit 9
        curl -s --cacert "$AWS_CA_BUNDLE" \\
          'https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08' > %s
        curl -s --cacert "$AWS_CA_BUNDLE" https://example.com/ || echo "left: $?" >> %s
        """
            .formatted(seen, seen));
    var stage = Run.Stage.in(folder).with("NO_PROXY", "amazonaws.com");
    var run = stage.run("sandbox", "client", "--proxy", "--", "sh", script.toString());
    assumeTrue(run.code() != 9, "needs curl on the PATH");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(seen)).contains("MissingAuthenticationToken", "left: ");
    assertThat(run.err()).contains("blocked: example.com");
  }

  @Test
  void worldsAreListed() {
    var stage = Run.Stage.in(folder);
    var text = stage.run("sandbox", "worlds");
    assertThat(text.code()).isZero();
    assertThat(text.out()).startsWith("healthy ").contains("\nseed-e ");
    assertThat(text.out().lines()).allMatch(line -> line.length() <= 80);
    Schemas.check("sandbox-worlds", stage.run("sandbox", "worlds", "--json").out());
    Schemas.check("version", stage.run("version", "--json").out());
  }

  @Test
  void aFileThatIsNoWorldIsRefusedWithThePlace() throws IOException {
    Files.writeString(folder.resolve("w.yaml"), "name: x\nnonsense: 1\n", StandardCharsets.UTF_8);
    var run = Run.Stage.in(folder).run("doctor", "--world", "w.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("outcrop: `w.yaml` is no world: ");
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void aFilesWorldIsKeptAndSaysWhenTheFileHasChanged() throws IOException {
    var stage = Run.Stage.in(folder);
    var file = folder.resolve("own.yaml");
    var text = "formatVersion: 1\nname: own\nsummary: mine\nextends: seed-e\n";
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThat(stage.run("fix", "--world", "own.yaml", "--yes").code()).isZero();
    var kept = stage.run("doctor", "--world", "own.yaml");
    assertThat(kept.code()).as(kept.out()).isZero();
    assertThat(kept.err()).isEmpty();

    Files.writeString(file, text + "# mine\n", StandardCharsets.UTF_8);
    var changed = stage.run("doctor", "--world", "own.yaml");
    assertThat(changed.code()).isZero();
    assertThat(changed.err()).contains("own.yaml` has changed since its world was made");
    Files.writeString(folder.resolve("other.yaml"), text, StandardCharsets.UTF_8);
    var other = stage.run("doctor", "--world", "other.yaml");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("a world `own` from another file is kept");
    Files.writeString(file, text + "nonsense: 1\n", StandardCharsets.UTF_8);
    assertThat(stage.run("doctor", "--world", "own.yaml").code()).isEqualTo(2);
  }

  @Test
  void theDemoStreamsFiveAnswersAndLeavesNothing() {
    var text = Run.Stage.in(folder).run("demo");
    assertThat(text.code()).as(text.out() + text.err()).isZero();
    assertThat(text.out()).contains("5 of 5 stream an answer");
    assertThat(folder.resolve("state")).doesNotExist();
    var json = Run.Stage.in(folder).run("demo", "--json");
    assertThat(json.code()).isZero();
    Schemas.check("demo", json.out());
  }

  @Test
  void explanationsKeepTheirSchema() {
    var run = Run.Stage.in(folder).reading("Unable to locate credentials").run("explain", "--json");
    Schemas.check("explain", run.out());
  }
}
