package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `outcrop policy generate`. `-Dgolden=write` rewrites the pages, for review.
final class PolicyGenerateTest {
  private static final Path PAGES = Path.of("src/test/resources/cli/policy-generate");
  private static final String SONNET = "us.anthropic.claude-sonnet-5-5";
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void aPersonReadsWhyEachLineIsThereAndThenThePolicy(int width) throws IOException {
    var run =
        run(
            width,
            "--model",
            SONNET,
            "--region",
            "us-east-1",
            "--account",
            "111122223333",
            "--first-use",
            "--to",
            "role/app");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    var page = PAGES.resolve("table-" + width + ".txt");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(PAGES);
      Files.writeString(page, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(page));
    assertThat(run.out().lines().toList().getLast())
        .isEqualTo(
            "  outcrop policy generate --model "
                + SONNET
                + " --region us-east-1 --first-use --account 111122223333 --to role/app --form sh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--form sh", "--form terraform", "--inline", "--model nonsense", "--mantle"})
  void theAnswerForProgramsFollowsItsSchema(String more) {
    var words =
        "--json --model "
            + SONNET
            + " --region us-east-1 --account 111122223333 --to user/alice "
            + more;
    var run = run(80, words.strip().split(" ", -1));
    Schemas.check("policy-generate", run.out());
  }

  @Test
  void aFormGoesToStandardOutputAlone() {
    var run =
        run(
            80,
            "--model",
            SONNET,
            "--region",
            "us-east-1",
            "--account",
            "111122223333",
            "--to",
            "user/alice",
            "--form",
            "sh");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("#!/bin/sh\n# creates the managed policy");
    assertThat(run.err())
        .contains("note: `us.anthropic.claude-sonnet-5-5`: its destinations")
        .contains("undo: aws iam detach-user-policy --user-name alice");
  }

  @Test
  void theRegionOfTheEnvironmentCounts() {
    var run = run(80, "--model", SONNET);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("outcrop: no region is named");
    var there = run(80, Map.of("AWS_REGION", "us-east-1"), "--model", SONNET);
    assertThat(there.code()).isZero();
    assertThat(there.out()).contains("ACCOUNT_ID").endsWith("--form cloudformation\n");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    var run =
        run(
            80,
            "--model",
            "anthropic.claude-sonnet-4-5-v1:0",
            "--model",
            "eu.anthropic.claude-sonnet-5-5",
            "--region",
            "us-east-1");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("no model has the id `anthropic.claude-sonnet-4-5-v1:0`")
        .contains("help: in its place: `us.anthropic.claude-sonnet-4-5-20250929-v1:0`")
        .contains("`eu.anthropic.claude-sonnet-5-5` cannot be called in `us-east-1`");
  }

  @Test
  void whatDoesNotFitIsAProblem() {
    var run =
        run(
            80,
            "--model",
            SONNET,
            "--model",
            "us.anthropic.claude-haiku-5-5",
            "--model",
            "us.anthropic.claude-opus-5-5",
            "--region",
            "us-east-1",
            "--region",
            "us-west-1",
            "--account",
            "111122223333",
            "--to",
            "user/alice",
            "--inline");
    assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(run.out()).contains("leave `--inline` out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--route regional | `--route` is on-demand, geographic or global, not `regional`",
        "--api-key forever | `--api-key` is short or long, not `forever`",
        "--to alice | `--to` is `alice`, which names no user, role or group",
        "--inline | `--inline` needs to know whose policy it is",
        "--name a/b | `--name` is `a/b`, which is no name of a policy",
        "--form pulumi | there is no form `pulumi`",
        "--form json --mask | `--form` and `--mask` exclude each other: what is masked cannot be"
            + " put in place",
        "--stream --no-stream | `--stream` and `--no-stream` exclude each other",
        "--application-profile arn | `--application-profile` is `arn`, without what it was copied"
            + " from",
        "--form sh | the account is not named: IAM would take `ACCOUNT_ID` as it stands, and the"
            + " policy would allow nothing",
      })
  void aWrongOptionIsSaid(String words, String message) {
    var all = "--model " + SONNET + " --region us-east-1 " + words;
    var run = run(80, all.split(" ", -1));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("outcrop: " + message + "\n");
  }

  private Run run(int width, String... words) {
    return run(width, Map.of(), words);
  }

  private Run run(int width, Map<String, String> environment, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            new Terminal.Attached(false, false, false, width));
    var now = Instant.parse("2026-11-20T00:00:00Z");
    var session = new Session(terminal, environment, folder, folder, () -> now);
    var all = new ArrayList<>(List.of("policy", "generate"));
    all.addAll(List.of(words));
    var code = Outcrop.run(all, session);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
