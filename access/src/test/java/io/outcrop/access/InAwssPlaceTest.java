package io.outcrop.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Stage;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody answers in AWS's place: a sign-in page, a gateway. What they say is no success, and no
/// cause where another comes first.
final class InAwssPlaceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREE | text/html | <html><body>please log in</body></html>",
        "PAID | text/html | <html><body>please log in</body></html>",
        "FREE | application/json | {}",
        "PAID | application/json | {}",
      })
  void aSuccessThatIsNoAnswerIsNotHealthy(Probing probing, String type, String body)
      throws IOException {
    try (var place = new Place(200, type, body)) {
      var examination = examine(Map.of("AWS_ENDPOINT_URL", place.address()), probing);

      assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
      assertThat(examination.subject().principal()).isEmpty();
      assertThat(examination.stages())
          .filteredOn(stage -> Set.of("identity", "calls").contains(stage.name()))
          .hasSize(2)
          .allSatisfy(stage -> {
            assertThat(stage.outcome()).isEqualTo(Stage.Outcome.UNREACHABLE);
            assertThat(stage.why()).contains("got no answer of AWS's from");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoRefusesTheCallerIsNotTheCauseWhereModelsAreOutOfReach(boolean isPort) throws IOException {
    try (var place =
        new Place(
            403,
            "text/xml",
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error>"
                + "</ErrorResponse>")) {
      var examination =
          examine(
              Map.of(
                  "AWS_ENDPOINT_URL",
                  place.address(),
                  "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                  "http://127.0.0.1:" + (isPort ? closedPort() : 99999)),
              Probing.FREE);

      assertThat(Mending.causes(examination)).containsExactly("endpoint-unreachable");
    }
  }

  private Examination examine(Map<String, String> endpoints, Probing probing) {
    var environment = new HashMap<>(endpoints);
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    return InWorld.doctor()
        .examine(
            new ExaminationRequest(
                new ClientSide(environment, folder, folder, Duration.ZERO, false),
                new Setting("BEDROCK_MODEL_ID", "us.anthropic.claude-sonnet-5-5", "--model"),
                new Setting("AWS_REGION", "us-east-1", "--region"),
                "",
                "",
                probing,
                null,
                Duration.ofSeconds(20),
                InstantSource.fixed(Instant.parse("2026-11-20T00:00:00Z"))));
  }

  private static int closedPort() throws IOException {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  /// A server that says one thing, whatever it is asked.
  private record Place(HttpServer server) implements AutoCloseable {
    Place(int status, String type, String body) throws IOException {
      this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", asked -> answer(asked, status, type, body.getBytes(UTF_8)));
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange asked, int status, String type, byte[] body)
        throws IOException {
      try (asked) {
        asked.getRequestBody().readAllBytes();
        asked.getResponseHeaders().set("content-type", type);
        asked.sendResponseHeaders(status, body.length);
        asked.getResponseBody().write(body);
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
