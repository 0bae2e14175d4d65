package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `doctor` says where no packet leaves the machine: a network namespace without routes.
final class NoNetworkTest {
  @TempDir Path home;

  @Test
  void theStageThatCouldNotBeReachedIsNamed() throws IOException, InterruptedException {
    assumeTrue(
        namespacesWork(),
        "needs `unshare` from util-linux and the right to make a network namespace");
    var command =
        List.of(
            "unshare",
            "-rn",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.outcrop.cli.Main",
            "doctor",
            "--model",
            "us.anthropic.claude-sonnet-4-6",
            "--region",
            "us-east-1",
            "--timeout",
            "20s",
            "--json");
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isEqualTo(3);
    var report = (Json.Obj) ((JsonReading.Read) JsonReader.read(printed)).value();
    assertThat(report.text("status")).contains("unknown");
    assertThat(report.list("stages"))
        .anySatisfy(stage -> {
          var fields = (Json.Obj) stage;
          assertThat(fields.text("name")).contains("reach");
          assertThat(fields.text("outcome")).contains("unreachable");
          assertThat(fields.text("why")).get().asString().contains("us-east-1.amazonaws.com");
        });
    assertThat(printed).doesNotContain("wJalrXUtnFEMI");
  }

  private static boolean namespacesWork() throws InterruptedException {
    try {
      var process =
          new ProcessBuilder("unshare", "-rn", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
