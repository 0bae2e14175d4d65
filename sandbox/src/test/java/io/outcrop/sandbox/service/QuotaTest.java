package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A world whose account may use a thousand tokens a day.
final class QuotaTest {
  private static final String ADMIN = "AKIAIOSFODNN7EXAMPLE";
  private static final String TOO_MANY =
      "429 ThrottlingException: Too many tokens per day, please wait before trying again.";

  private static Playground open(Path folder, Instant at) {
    var healthy = Json.object().with("world", Worlds.get("healthy").source()).toString();
    var text =
        healthy
            .substring("{\"world\":".length(), healthy.length() - 1)
            .replaceFirst("\"agreements\":\\{", "\"tokensPerDay\":{\"*\":1000},\"agreements\":{");
    if (JsonReader.read(text) instanceof JsonReading.Read(var document)
        && Worlds.read(document) instanceof WorldReading.Read(var world)) {
      return new Playground(folder, world.realm(), at);
    }
    throw new AssertionError(text);
  }

  private static Reply converse(Playground playground, int maxTokens) {
    return playground.call(
        ADMIN,
        "bedrock-runtime",
        "Converse",
        """
        {"modelId":"us.anthropic.claude-sonnet-5-5",\
        "messages":[{"role":"user","content":[{"text":"Hello"}]}],\
        "inferenceConfig":{"maxTokens":%d}}\
        """
            .formatted(maxTokens),
        "");
  }

  @Test
  void dayIsUsedUpByWhatWasUsedAndFilledAtMidnight(@TempDir Path temp) {
    var start = Instant.parse("2026-11-20T09:00:00Z");
    try (var playground = open(temp.resolve("world"), start)) {
      assertThat(Playground.line(converse(playground, 1000))).startsWith(TOO_MANY);
      for (var call = 0; call < 4; call++) {
        assertThat(converse(playground, 20)).isInstanceOf(Reply.Output.class);
      }
      assertThat(Playground.line(converse(playground, 300))).startsWith(TOO_MANY);
      assertThat(converse(playground, 20)).isInstanceOf(Reply.Output.class);
      assertThat(Playground.line(converse(playground, 1)))
          .as("5 * (2 + 10 * 20) are used")
          .startsWith(TOO_MANY);
      playground.pass(Duration.ofHours(15));
      assertThat(converse(playground, 300)).isInstanceOf(Reply.Output.class);
    }
  }

  @Test
  void bodyThatIsRefusedReservesNothing(@TempDir Path temp) {
    try (var playground = open(temp.resolve("world"), Instant.parse("2026-11-20T09:00:00Z"))) {
      for (var call = 0; call < 10; call++) {
        assertThat(
                playground.call(
                    ADMIN,
                    "bedrock-runtime",
                    "Converse",
                    "{\"modelId\":\"us.anthropic.claude-sonnet-5-5\",\"messages\":[]}",
                    ""))
            .isInstanceOf(Reply.Fault.class);
      }
      assertThat(converse(playground, 900)).isInstanceOf(Reply.Output.class);
    }
  }
}
