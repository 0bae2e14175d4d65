package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Anthropic's unmodified SDKs for TypeScript at three doors of Claude: InvokeModel, Mantle, and
/// the runtime's own route with an API key.
final class AnthropicClientsTest {
  private static final Path SCRIPTS = Path.of("src", "test", "js");

  private static final String SONNET = " us.anthropic.claude-sonnet-5-5";
  private static final List<String> CALLS =
      List.of(
          "bedrock create" + SONNET,
          "bedrock stream" + SONNET,
          "bedrock tools" + SONNET,
          "bedrock forced" + SONNET,
          "bedrock thinking us.anthropic.claude-opus-4-7",
          "mantle create anthropic.claude-opus-5",
          "mantle stream anthropic.claude-opus-5",
          "mantle tools anthropic.claude-opus-5",
          "mantle count anthropic.claude-opus-5",
          "mantle forced anthropic.claude-opus-5-5",
          "mantle create anthropic.claude-haiku-5-5",
          "key create" + SONNET,
          "key stream" + SONNET,
          "key tools" + SONNET,
          "key forced" + SONNET,
          "key count" + SONNET);

  private static final Map<String, Json.Obj> ANSWERS = new HashMap<>();

  @TempDir static Path folder;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(succeeds("node", "--version"), "needs Node.js 20 or newer on the PATH");
    if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
      assumeTrue(
          succeeds("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
          "needs Anthropic's SDKs: run `npm ci` in sandbox/src/test/js");
    }
    WorldFolder.create(folder.resolve("healthy"), Worlds.get("healthy"));
    sandbox = Sandbox.start(Sandbox.Options.in(folder.resolve("healthy")));
    callAll();
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bedrock | create   | us.anthropic.claude-sonnet-5-5 | end_turn | stand-in for Claude Sonnet 5.5
          bedrock | stream   | us.anthropic.claude-sonnet-5-5 | end_turn | stand-in for Claude Sonnet 5.5
          bedrock | tools    | us.anthropic.claude-sonnet-5-5 | tool_use | "name":"get_weather","input":{"city":
          bedrock | thinking | us.anthropic.claude-opus-4-7   | end_turn | "type":"thinking","thinking":"I am a stand-in
          mantle  | create   | anthropic.claude-opus-5        | end_turn | stand-in for Claude Opus 5
          mantle  | stream   | anthropic.claude-opus-5        | end_turn | stand-in for Claude Opus 5
          mantle  | tools    | anthropic.claude-opus-5        | tool_use | "name":"get_weather","input":{"city":
          key     | create   | us.anthropic.claude-sonnet-5-5 | end_turn | stand-in for Claude Sonnet 5.5
          key     | stream   | us.anthropic.claude-sonnet-5-5 | end_turn | stand-in for Claude Sonnet 5.5
          key     | tools    | us.anthropic.claude-sonnet-5-5 | tool_use | "name":"get_weather","input":{"city":
          """)
  void aMessageIsAnswered(String door, String how, String model, String ending, String said) {
    var message = call(door, how, model);
    assertThat(message.text("stop_reason")).as(message.toString()).contains(ending);
    assertThat(message.toString()).contains(said).contains("\"id\":\"msg_bdrk_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bedrock | forced | us.anthropic.claude-sonnet-5-5 | BadRequestError | 400 | ''                    | are not supported for this model
          mantle  | forced | anthropic.claude-opus-5-5      | BadRequestError | 400 | invalid_request_error | are not supported for this model
          mantle  | create | anthropic.claude-haiku-5-5     | NotFoundError   | 404 | not_found_error       | is not available in this Region
          key     | forced | us.anthropic.claude-sonnet-5-5 | BadRequestError | 400 | invalid_request_error | are not supported for this model
          key     | count  | us.anthropic.claude-sonnet-5-5 | NotFoundError   | 404 | not_found_error       | Unknown operation
          """)
  void aRefusalIsTheRightError(
      String door,
      String how,
      String model,
      String error,
      int status,
      String type,
      String sentence) {
    var answer = call(door, how, model);
    assertThat(answer.text("error")).as(answer.toString()).contains(error);
    assertThat(answer.get("status")).contains(Json.of(status));
    assertThat(answer.text("type")).contains(type);
    assertThat(answer.text("message")).get().asString().contains(sentence);
  }

  @Test
  void mantleCountsTokens() {
    var answer = call("mantle", "count", "anthropic.claude-opus-5");
    assertThat(answer.get("input_tokens")).contains(Json.of(10));
  }

  private static Json.Obj call(String door, String how, String model) {
    var answer = ANSWERS.get(String.join(" ", door, how, model));
    assertThat(answer).as("the call is in the list of calls").isNotNull();
    return answer;
  }

  /// All calls, in one process: starting one takes longer than they do.
  private static void callAll() throws IOException, InterruptedException {
    var builder = new ProcessBuilder("node", "anthropic.mjs").directory(SCRIPTS.toFile());
    var environment = new HashMap<String, String>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", sandbox.client().home().toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_REGION", sandbox.subject().region());
    environment.putAll(sandbox.client().environment());
    environment.put("AWS_ENDPOINT_URL", sandbox.endpoint().toString());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(String.join("\n", CALLS));
    }
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    var lines = printed.strip().split("\n");
    assertThat(lines).hasSameSizeAs(CALLS);
    for (var i = 0; i < lines.length; i++) {
      var reading = JsonReader.read(lines[i]);
      assertThat(reading).as(printed).isInstanceOf(JsonReading.Read.class);
      ANSWERS.put(CALLS.get(i), (Json.Obj) ((JsonReading.Read) reading).value());
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(SCRIPTS.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
