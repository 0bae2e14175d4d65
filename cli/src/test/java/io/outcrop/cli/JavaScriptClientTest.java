package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The unmodified AWS SDK for JavaScript, with its default HTTP/2 handler, in the sandbox's worlds.
final class JavaScriptClientTest {
  private static final Path SCRIPTS = Path.of("src", "test", "js");

  @TempDir Path folder;

  @BeforeAll
  static void theSdkIsHere() throws IOException, InterruptedException {
    assumeTrue(
        Programs.succeed(SCRIPTS, "node", "--version"), "needs Node.js 20 or newer on the PATH");
    if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
      assumeTrue(
          Programs.succeed(SCRIPTS, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
          "needs the AWS SDK for JavaScript: run `npm ci` in cli/src/test/js");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoke", "stream", "converse", "converse-stream"})
  void theHealthyWorldAnswers(String way) throws IOException, InterruptedException {
    try (var world = world("healthy")) {
      var answer = call(world, way, world.subject().model(), Map.of());
      assertThat(answer.text("text")).as(answer.toString()).get().asString().contains("stand-in");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seed-a | AccessDeniedException       | 403 | because no identity-based policy allows the bedrock:InvokeModel action
          seed-c | AccessDeniedException       | 403 | aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe
          seed-d | UnrecognizedClientException | 403 | The security token included in the request is invalid
          seed-e | AccessDeniedException       | 403 | with an explicit deny in an identity-based policy
          """)
  void aBrokenWorldSaysWhatItsSeedSaw(String name, String error, int status, String sentence)
      throws IOException, InterruptedException {
    try (var world = world(name)) {
      var answer = call(world, "invoke", world.subject().model(), Map.of());
      assertThat(answer.text("error")).as(answer.toString()).contains(error);
      assertThat(answer.get("status")).contains(Json.of(status));
      assertThat(answer.text("message")).get().asString().contains(sentence);
    }
  }

  @Test
  void aDenialOpensNoStream() throws IOException, InterruptedException {
    try (var world = world("seed-a")) {
      var answer = call(world, "stream", world.subject().model(), Map.of());
      assertThat(answer.text("error")).contains("AccessDeniedException");
      assertThat(answer.text("message"))
          .get()
          .asString()
          .contains("bedrock:InvokeModelWithResponseStream");
    }
  }

  @Test
  void aWrongSecretIsRefusedInAwsWords() throws IOException, InterruptedException {
    try (var world = world("healthy")) {
      var answer =
          call(
              world,
              "invoke",
              world.subject().model(),
              Map.of("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
      assertThat(answer.text("error")).as(answer.toString()).contains("InvalidSignatureException");
      assertThat(answer.get("status")).contains(Json.of(403));
    }
  }

  @Test
  void withoutCredentialsNothingIsSent() throws IOException, InterruptedException {
    try (var world = world("seed-b")) {
      var answer = call(world, "invoke", world.subject().model(), Map.of());
      assertThat(answer.text("error")).contains("CredentialsProviderError");
    }
  }

  private Sandbox world(String name) {
    WorldFolder.create(folder.resolve(name), Worlds.get(name));
    return Sandbox.start(Sandbox.Options.in(folder.resolve(name)));
  }

  private static Json.Obj call(Sandbox world, String way, String model, Map<String, String> instead)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("node", "call.mjs", way, model);
    builder.directory(SCRIPTS.toFile());
    var environment = new HashMap<String, String>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", world.client().home().toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_REGION", world.subject().region());
    environment.putAll(world.client().environment());
    environment.put("AWS_ENDPOINT_URL", world.endpoint().toString());
    environment.putAll(instead);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    var reading = JsonReader.read(printed.strip());
    assertThat(reading).as(printed).isInstanceOf(JsonReading.Read.class);
    return (Json.Obj) ((JsonReading.Read) reading).value();
  }
}
