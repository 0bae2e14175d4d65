package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.outcrop.aws.Secret;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/// Another endpoint answers in the models' places, and only to those who may call.
final class AnswersFromTest {
  private static final String MESSAGE =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"own",
       "content":[{"type":"text","text":"Hello from elsewhere"}],
       "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":7,"output_tokens":4}}
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @TempDir Path temp;

  private HttpServer elsewhere() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(
                exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("x-api-key"));
            exchange.getRequestBody().readAllBytes();
            var bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    return server;
  }

  private String converse(String world, HttpServer elsewhere) {
    var folder = temp.resolve(world);
    WorldFolder.create(folder, Worlds.get(world));
    var endpoint = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort());
    var from = new Sandbox.AnswersFrom(endpoint, Secret.of("key"), "own");
    try (var sandbox = Sandbox.start(Sandbox.Options.in(folder).answeredBy(List.of(from)));
        var client = client(sandbox)) {
      return client
          .converse(call ->
              call.modelId(sandbox.subject().model())
                  .messages(
                      Message.builder()
                          .role("user")
                          .content(ContentBlock.fromText("Hello"))
                          .build()))
          .output()
          .message()
          .content()
          .getFirst()
          .text();
    } catch (AccessDeniedException denied) {
      return denied.awsErrorDetails().errorCode();
    }
  }

  private static BedrockRuntimeClient client(Sandbox sandbox) {
    var environment = sandbox.client().environment();
    return BedrockRuntimeClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.of(sandbox.subject().region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"))))
        .build();
  }

  @Test
  void whoMayCallIsAnsweredFromElsewhereAndNobodyElseIs() throws IOException {
    var elsewhere = elsewhere();
    try {
      assertThat(converse("application", elsewhere)).isEqualTo("Hello from elsewhere");
      assertThat(converse("scp-explicit-deny", elsewhere)).isEqualTo("AccessDeniedException");
      assertThat(asked).containsExactly("/v1/messages key");
    } finally {
      elsewhere.stop(0);
    }
  }
}
