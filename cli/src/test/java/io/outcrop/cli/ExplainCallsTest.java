package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `outcrop doctor --explain-calls`: everything is said, and nothing is called.
class ExplainCallsTest {
  @TempDir Path folder;

  private boolean wasCalled() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("events-"));
    }
  }

  @Test
  void saysWhatWouldBeCalledAndCallsNothing() throws IOException {
    var stage = Run.Stage.in(folder);
    var text = stage.run("doctor", "--world", "seed-c", "--explain-calls", "--probe", "paid");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains(
            "operations of AWS, 2 of them paid for; nothing was called yet",
            "bedrock-runtime:InvokeModel is paid for (by `bedrock:InvokeModel`)",
            "The least policy for the doctor itself: for ",
            "What a security team sees",
            "every user agent holds `outcrop/",
            "[llm-jacking]",
            "sandbox: the world `seed-c` answered, not AWS");
    assertThat(wasCalled()).isFalse();

    assertThat(stage.run("doctor", "--world", "seed-c").code()).isEqualTo(1);
    assertThat(wasCalled()).isTrue();
  }

  @Test
  void jsonFollowsItsSchema() {
    var stage = Run.Stage.in(folder);
    for (var option : new String[] {"--all-models", "--verbose"}) {
      var json = stage.run("doctor", "--sandbox", "--explain-calls", option, "--json");
      assertThat(json.code()).as(json.err()).isZero();
      Schemas.check("doctor-calls", json.out());
    }
  }

  @Test
  void againstAwsItNamesAwsOwnHosts() {
    var stage =
        Run.Stage.in(folder)
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            .with("AWS_REGION", "eu-west-1");
    var run =
        stage.run(
            "doctor", "--explain-calls", "--model", "eu.anthropic.claude-sonnet-4-6", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "\"bedrock-runtime.eu-west-1.amazonaws.com\"",
            "\"iam.amazonaws.com\"",
            "\"organizations.us-east-1.amazonaws.com\"",
            "\"arn:aws:iam::*:user/${aws:username}\"")
        .doesNotContain("wJalrXUtnFEMI");
  }

  @Test
  void whatIsAboutThingsSeenDoesNotGoWithIt() {
    var run = Run.Stage.in(folder).run("doctor", "--sandbox", "--explain-calls", "--watch");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "outcrop: `--explain-calls` calls nothing, and `--watch` is about what was seen\n");
  }
}
