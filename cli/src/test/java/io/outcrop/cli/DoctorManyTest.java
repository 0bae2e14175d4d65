package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `outcrop doctor` over many models, regions and profiles, from evidence, and as a role.
class DoctorManyTest {
  private static final String OLD = "anthropic.claude-3-5-sonnet-20240620-v1:0";
  private static final String NEW = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String NOWHERE = "http://127.0.0.1:9";

  @TempDir Path folder;

  @Test
  void manyAreATableWithReasons() {
    var stage = Run.Stage.in(folder);
    var text =
        stage.run(
            "doctor",
            "--world",
            "seed-e",
            "--model",
            OLD,
            "--model",
            NEW,
            "--region",
            "us-east-1,us-west-2");

    assertThat(text.code()).as(text.err()).isEqualTo(1);
    assertThat(text.out())
        .startsWith(
            """
            ✗ 4 broken of 4

                                                          us-east-1  us-west-2
            anthropic.claude-3-5-sonnet-20240620-v1:0     ✗1         ✗1
            us.anthropic.claude-sonnet-4-5-20250929-v1:0  ✗2         ✗2

            1   broken: a deny in a policy of the principal forbids the call
                [identity-explicit-deny] (2 times)
            """)
        .contains("no policy of the principal allows this action")
        .contains("sandbox: the world `seed-e` answered, not AWS");
  }

  @Test
  void manyAreCellsInJsonAndTheWorstStandsOnTop() {
    var json =
        Run.Stage.in(folder)
            .run(
                "doctor",
                "--world",
                "healthy",
                "--region",
                "us-east-1,eu-west-1",
                "--json",
                "--model",
                "us.anthropic.claude-sonnet-5-5,eu.anthropic.claude-sonnet-5-5");

    assertThat(json.code()).as(json.err()).isEqualTo(1);
    Schemas.check("doctor", json.out());
    assertThat(json.out())
        .containsSubsequence(
            "\"status\": \"broken\"",
            "\"region\": \"us-east-1\"",
            "\"counts\": {",
            "\"healthy\": 2",
            "\"broken\": 2",
            "\"cells\": [");
  }

  @Test
  void allModelsAreThoseThatTheRegionHas() {
    var run =
        Run.Stage.in(folder).run("doctor", "--world", "healthy", "--all-models", "--probe", "none");

    assertThat(run.out()).as(run.err()).contains("anthropic.claude-sonnet-5-5 ", "healthy of ");
    assertThat(run.out()).doesNotContain("claude-3-opus");
  }

  @Test
  void evidenceIsJudgedToTheSameResult() throws IOException {
    var stage = Run.Stage.in(folder);
    var live = stage.run("doctor", "--world", "seed-a", "--save-evidence", "seen.json", "--json");
    var again = stage.run("doctor", "--evidence", "seen.json", "--json");

    assertThat(again.code()).as(again.err()).isEqualTo(live.code()).isEqualTo(1);
    assertThat(again.out().replaceFirst(",\n  \"replayed\": true", ""))
        .isEqualTo(live.out().replaceFirst("\\s+\"nextCommand\": [^\n]*", ""));
    Schemas.check("doctor", again.out());
    var file = folder.resolve("seen.json");
    Schemas.check("evidence", Files.readString(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noSecretThatWasFedInIsInEvidence() throws IOException {
    var token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN" + "A1b2C3d4".repeat(20);
    Files.createDirectories(folder.resolve(".aws"));
    Files.writeString(
        folder.resolve(".aws/credentials"),
        "[other]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
            + SECRET
            + "\n");
    Files.writeString(folder.resolve(".env"), "AWS_SECRET_ACCESS_KEY=" + SECRET + "\n");
    var run =
        Run.Stage.in(folder)
            .with("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", SECRET)
            .with("AWS_SESSION_TOKEN", token)
            .with("AWS_BEARER_TOKEN_BEDROCK", "ABSKQmVkcm9ja0FQSUtleS1FWEFNUExF" + "x".repeat(40))
            .run(
                "doctor",
                "--endpoint-url",
                NOWHERE,
                "--region",
                "us-east-1",
                "--model",
                NEW,
                "--save-evidence",
                "seen.json",
                "--timeout",
                "5s");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("seen.json")))
        .contains("outcrop-evidence")
        .doesNotContain(SECRET, token, "QmVkcm9ja0FQSUtleS1FWEFNUExF", "IOSFODNN7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | `bad.json:1:2` is no evidence: not JSON",
        "[] | `bad.json:1:1` is no evidence: found an array, expected an object",
        "{\"formatVersion\": 1, \"what\": \"x\"} | `bad.json:1:30` is no evidence: `/what`",
        "{\"formatVersion\": 9, \"what\": \"outcrop-evidence\"} | `bad.json:1:19` is no evidence",
        "{\"formatVersion\": 1, \"what\": \"outcrop-evidence\", \"program\": \"\"} | no cell is in"
            + " it",
      })
  void badEvidenceIsRefusedWithThePlace(String text, String message) throws IOException {
    Files.writeString(folder.resolve("bad.json"), text);
    var run = Run.Stage.in(folder).run("doctor", "--evidence", "bad.json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(Run.Stage.in(folder).run("doctor", "--evidence", "none.json").code()).isEqualTo(2);
  }

  @Test
  void aSweepWithALongTermKeyIsAskedForTwice() {
    var stage =
        Run.Stage.in(folder)
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", SECRET);
    var run = stage.run("doctor", "--all-regions", "--all-models", "--region", "us-east-1");
    var sweep =
        stage
            .with("AWS_REGION", "us-east-1")
            .run("doctor", "--all-regions", "--all-models", "--endpoint-url", NOWHERE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(sweep.code()).isEqualTo(2);
    assertThat(sweep.err())
        .contains("with the long-term key `AKIA…MPLE`: detections take that for a stolen key")
        .contains("--yes");
  }

  @Test
  void stagesAreListedAndChosen() {
    var stage = Run.Stage.in(folder);

    assertThat(stage.run("doctor", "--list-stages").out()).startsWith("environment\nreach\n");
    var one = stage.run("doctor", "--world", "seed-e", "--only", "reach");
    assertThat(one.code()).as(one.out()).isZero();
    assertThat(one.out()).contains("– identity     skipped: it was not asked for");
    var wrong = stage.run("doctor", "--world", "seed-e", "--only", "rech");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("there is no stage `rech`", "did you mean `reach`?");
  }

  @Test
  void aRoleIsAssumedOrJudged() {
    var stage = Run.Stage.in(folder);
    var role = "arn:aws:iam::111122223333:role/poetry-PoetryFunctionRole-EXAMPLE";
    var judged = stage.run("doctor", "--world", "seed-c", "--as", role, "--judge-only", "--json");
    var refused = stage.run("doctor", "--world", "seed-c", "--as", role, "--json");
    var assumed =
        stage.run(
            "doctor",
            "--sandbox",
            "--json",
            "--as",
            "arn:aws:iam::444455556666:role/OrganizationAccountAccessRole");

    assertThat(judged.out())
        .as(judged.err())
        .contains("(judged by its policies, not called)", "it was asked to be judged, not assumed")
        .containsSubsequence("\"findings\"", "\"cause\": \"iam-missing-stream-action\"");
    assertThat(refused.out())
        .as(refused.err())
        .contains("it could not be assumed: sts:AssumeRole answered AccessDenied")
        .contains("\"cause\": \"iam-missing-stream-action\"");
    assertThat(assumed.out())
        .as(assumed.err())
        .contains(
            "arn:aws:sts::444455556666:assumed-role/OrganizationAccountAccessRole/outcrop",
            "is of account 111122223333, the caller of account 444455556666")
        .contains("\"name\": \"calls\",\n      \"outcome\": \"succeeded\"");
    assertThat(stage.run("doctor", "--sandbox", "--as", "app").code()).isEqualTo(2);
    assertThat(stage.run("doctor", "--sandbox", "--judge-only").code()).isEqualTo(2);
  }
}
