package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outcrop.aws.Secret;
import io.outcrop.http.client.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.upstream.Upstream;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model behind another endpoint answers; whether it is asked at all is still decided here.
final class UpstreamTest {
  private static final String CALLER = "AKIAIOSFODNN7EXAMPLE";
  private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "anthropic_beta":["context-1m-2025-08-07"],\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;
  private static final String WHOLE =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[\
      {"type":"text","text":"Hi"},{"type":"server_tool_use","id":"x","name":"y","input":{}}],\
      "stop_reason":"end_turn","stop_sequence":null,\
      "usage":{"input_tokens":11,"output_tokens":7,"cache_read_input_tokens":5}}\
      """;
  private static final String START =
      """
      event: message_start
      data: {"type":"message_start","message":{"usage":{"input_tokens":11,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: ping
      data: {"type":"ping"}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}

      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      """;
  private static final String END =
      """
      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{"output_tokens":9}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = WHOLE;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      seen.put("path", exchange.getRequestURI().getPath());
      seen.put("key", String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key")));
      seen.put("beta", String.valueOf(exchange.getRequestHeaders().getFirst("anthropic-beta")));
      seen.put(
          "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private Reply call(Path folder, String world, String operation, String input, String body) {
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/");
    try (var caller = new Caller(Duration.ofSeconds(10), Duration.ofSeconds(20));
        var playground =
            new Playground(
                folder.resolve("world"),
                world,
                Worlds.get(world).realm().title().clock(),
                new Upstream(caller, endpoint, Secret.of("key"), ""))) {
      var reply = playground.call(CALLER, "bedrock-runtime", operation, input, body);
      return reply instanceof Reply.Events events ? read(events) : reply;
    }
  }

  /// The events as one text, as the world is closed afterwards.
  private static Reply read(Reply.Events events) {
    List<String> lines = new ArrayList<>();
    try (var stream = events.stream()) {
      while (stream.hasNext()) {
        var event = stream.next();
        lines.add(event.type() + " " + event.payload().without("p"));
      }
    }
    return new Reply.Payload("text/plain", String.join("\n", lines), Map.of());
  }

  private static String modelId(String more) {
    return "{\"modelId\":\"" + MODEL + "\"" + more + "}";
  }

  private static String said(Reply reply) {
    return reply instanceof Reply.Payload payload ? payload.body() : Playground.line(reply);
  }

  @Test
  void itsAnswerIsBedrocks(@TempDir Path folder) {
    var reply = call(folder, "healthy", "InvokeModel", modelId(""), HELLO);
    assertThat(said(reply))
        .contains("\"id\":\"msg_bdrk_", "\"text\":\"Hi\"", "\"server_tool_use\"")
        .contains("\"input_tokens\":11", "\"output_tokens\":7", "\"cache_read_input_tokens\":5");
    assertThat(seen)
        .containsEntry("path", "/base/v1/messages")
        .containsEntry("key", "key")
        .containsEntry("beta", "context-1m-2025-08-07");
    assertThat(seen.get("body"))
        .contains("\"model\":\"claude-sonnet-4-5-20250929\"", "\"stream\":false")
        .doesNotContain("anthropic_version", "anthropic_beta");
  }

  @Test
  void itsStreamIsConverses(@TempDir Path folder) {
    answer = START + END;
    var input = modelId(",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]");
    assertThat(said(call(folder, "healthy", "ConverseStream", input, "")))
        .isEqualTo(
            """
            messageStart {"role":"assistant"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Hi"}}
            contentBlockStop {"contentBlockIndex":0}
            messageStop {"stopReason":"max_tokens"}
            metadata {"usage":{"inputTokens":11,"outputTokens":9,"totalTokens":20,\
            "cacheReadInputTokens":0,"cacheWriteInputTokens":0},"metrics":{"latencyMs":165}}\
            """);
    assertThat(seen.get("body")).contains("\"stream\":true", "\"max_tokens\":64000");
  }

  @Test
  void itsErrorIsAModelError(@TempDir Path folder) {
    status = 529;
    answer = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}}";
    assertThat(said(call(folder, "healthy", "InvokeModel", modelId(""), HELLO)))
        .isEqualTo("424 ModelErrorException: The model returned the following errors: Busy");
  }

  @Test
  void aStreamThatBreaksOffIsAnException(@TempDir Path folder) {
    answer = START;
    assertThat(said(call(folder, "healthy", "InvokeModelWithResponseStream", modelId(""), HELLO)))
        .endsWith(
            "modelStreamErrorException {\"message\":\"the stream ended before the message did\","
                + "\"originalStatusCode\":500,"
                + "\"originalMessage\":\"the stream ended before the message did\"}");
  }

  @Test
  void whoIsDeniedIsNotHeard(@TempDir Path folder) {
    var reply = call(folder, "scp-explicit-deny", "InvokeModel", modelId(""), HELLO);
    assertThat(said(reply)).startsWith("403 AccessDenied");
    assertThat(seen).isEmpty();
  }

  @Test
  void whoIsNotThereIsAModelError(@TempDir Path folder) {
    server.stop(0);
    assertThat(said(call(folder, "healthy", "InvokeModel", modelId(""), HELLO)))
        .startsWith(
            "424 ModelErrorException: The model returned the following errors: `127.0.0.1` cannot"
                + " be reached");
  }
}
