package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Stage;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody answers: then what stopped the connection is named, a silence is not judged, and it does
/// not take longer than was allowed.
final class OutOfReachTest {
  @TempDir Path folder;

  private Examination examine(URI endpoint, Duration timeout) {
    return examine(
        endpoint,
        timeout,
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
  }

  private Examination examine(URI endpoint, Duration timeout, Map<String, String> environment) {
    var client = new ClientSide(environment, folder, folder, Duration.ZERO, true);
    return new Doctor(CauseCatalogue::shipped, ModelCatalogue.shipped())
        .examine(
            new ExaminationRequest(
                client,
                new Setting(
                    "BEDROCK_MODEL_ID", "anthropic.claude-3-5-sonnet-20240620-v1:0", "--model"),
                new Setting("AWS_REGION", "us-east-1", "--region"),
                "",
                "",
                Probing.FREE,
                endpoint,
                timeout,
                InstantSource.fixed(Instant.parse("2026-11-20T00:00:00Z"))));
  }

  private static Stage reach(Examination examination) {
    return examination.stages().stream()
        .filter(stage -> stage.name().equals("reach"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClosedPortIsTheCauseAndAllElseIsWhatIsKnownAlready() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }

    var examination = examine(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5));

    assertThat(examination.status()).isEqualTo(Status.BROKEN);
    assertThat(Mending.causes(examination)).containsExactly("endpoint-unreachable");
    assertThat(examination.notes()).anyMatch(note -> note.contains("[model-end-of-life]"));
    assertThat(reach(examination).outcome()).isEqualTo(Stage.Outcome.UNREACHABLE);
  }

  @Test
  void aServerThatHangsIsGivenUpInTime() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var begun = System.nanoTime();

      var examination =
          examine(URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofMillis(1500));

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
      assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
      assertThat(examination.findings()).isEmpty();
      assertThat(reach(examination).outcome()).isEqualTo(Stage.Outcome.UNREACHABLE);
    }
  }

  @Test
  void noSecretIsInWhatIsSaid() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var examination =
          examine(URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofMillis(300));

      assertThat(examination.toString())
          .doesNotContain("wJalrXUtnFEMI")
          .doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }
  }

  @Test
  void anApiKeyIsShownToNobodyWhoDoesNotAnswer() throws IOException {
    var heard = new ConcurrentLinkedQueue<String>();
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUpOnEverybody(server, heard));

      var examination =
          examine(
              URI.create("http://127.0.0.1:" + server.getLocalPort()),
              Duration.ofSeconds(5),
              Map.of("AWS_BEARER_TOKEN_BEDROCK", "ABSKexample-of-a-key"));

      assertThat(reach(examination).outcome()).isEqualTo(Stage.Outcome.UNREACHABLE);
      assertThat(String.join("", heard)).contains("GET / HTTP/1.1").doesNotContain("ABSKexample");
    }
  }

  private static void hangUpOnEverybody(ServerSocket server, Queue<String> heard) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        client.setSoTimeout(100);
        var part = new byte[4096];
        for (int read; (read = client.getInputStream().read(part)) > 0; ) {
          heard.add(new String(part, 0, read, StandardCharsets.ISO_8859_1));
        }
      } catch (IOException _) {
        // Whoever it was has gone, or says no more.
      }
    }
  }
}
