package io.outcrop.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.reach.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Hosts that do not answer.
final class UnreachableTest {
  private static final Duration SHORT = Duration.ofMillis(700);

  @Test
  void aHungServerEndsAtTheDeadline() throws IOException {
    try (var hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var endpoint = URI.create("http://127.0.0.1:" + hung.getLocalPort());
      // the SDK's classes take their time to load, once
      assertThat(stage(sts(endpoint, SHORT))).isEqualTo(Answer.Stage.DEADLINE);
      assertThat(stage(stream(endpoint, SHORT))).isEqualTo(Answer.Stage.DEADLINE);
      var start = System.nanoTime();
      assertThat(stage(sts(endpoint, SHORT))).isEqualTo(Answer.Stage.DEADLINE);
      assertThat(stage(stream(endpoint, SHORT))).isEqualTo(Answer.Stage.DEADLINE);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(8));
    }
  }

  @Test
  void aClosedPortIsNoConnection() throws IOException {
    var endpoint = URI.create("http://127.0.0.1:" + freePort());
    assertThat(stage(sts(endpoint, Duration.ofSeconds(10)))).isEqualTo(Answer.Stage.CONNECT);
    assertThat(stage(stream(endpoint, Duration.ofSeconds(10)))).isEqualTo(Answer.Stage.CONNECT);
  }

  @Test
  void anUnknownNameIsNotResolved() {
    var endpoint = URI.create("http://bedrock.nowhere.invalid");
    assertThat(stage(sts(endpoint, Duration.ofSeconds(20)))).isEqualTo(Answer.Stage.RESOLVE);
    assertThat(stage(stream(endpoint, Duration.ofSeconds(20)))).isEqualTo(Answer.Stage.RESOLVE);
  }

  @Test
  void aServerWithoutTlsIsNotTrusted() throws IOException {
    try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var answering = Thread.ofVirtual().start(() -> answerPlainly(plain));
      var endpoint = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      assertThat(stage(sts(endpoint, Duration.ofSeconds(10)))).isEqualTo(Answer.Stage.TLS);
      assertThat(answering.isAlive()).isTrue();
    }
  }

  @Test
  void aCallerWhoLeavesKeepsHisInterrupt() throws IOException, InterruptedException {
    try (var hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var endpoint = URI.create("http://127.0.0.1:" + hung.getLocalPort());
      var seen = new AtomicReference<Answer<?>>();
      var kept = new CountDownLatch(1);
      var caller =
          Thread.ofVirtual()
              .start(() -> {
                seen.set(sts(endpoint, Duration.ofSeconds(30)));
                if (Thread.currentThread().isInterrupted()) {
                  kept.countDown();
                }
              });
      hung.accept().close();
      caller.interrupt();
      caller.join();
      assertThat(kept.getCount()).isZero();
      assertThat(seen.get()).isInstanceOf(Answer.Unreachable.class);
    }
  }

  @Test
  void aProbeTellsEachStageAndTheSkew() throws IOException {
    try (var aws = new RecordedAws()) {
      aws.json("{}");
      var ahead = Duration.ofHours(2);
      var reached =
          Reach.probe(
              aws.endpoint(),
              RecordedAws.client(Path.of("/nonexistent")),
              Duration.ofSeconds(10),
              () -> Clock.systemUTC().instant().plus(ahead));
      assertThat(reached.failure()).isEmpty();
      assertThat(reached.steps().stream().map(step -> step.stage()))
          .containsExactly(Answer.Stage.RESOLVE, Answer.Stage.CONNECT, Answer.Stage.ANSWER);
      assertThat(reached.skew().orElseThrow())
          .isBetween(ahead.minusSeconds(5), ahead.plusSeconds(5));
      assertThat(aws.asked().getFirst().headers()).doesNotContainKey("Authorization");
    }
  }

  @Test
  void aProbeNamesTheStageThatFailed() throws IOException {
    var client = RecordedAws.client(Path.of("/nonexistent"));
    var closed = URI.create("http://127.0.0.1:" + freePort());
    var reached = Reach.probe(closed, client, Duration.ofSeconds(5), () -> Instant.EPOCH);
    assertThat(reached.failure().orElseThrow().stage()).isEqualTo(Answer.Stage.CONNECT);

    var unknown = URI.create("https://bedrock.nowhere.invalid");
    var unresolved = Reach.probe(unknown, client, Duration.ofSeconds(20), () -> Instant.EPOCH);
    assertThat(unresolved.failure().orElseThrow().stage()).isEqualTo(Answer.Stage.RESOLVE);
  }

  @Test
  void aProbeOfAHungServerEndsAtItsDeadline() throws IOException {
    try (var hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var endpoint = URI.create("https://127.0.0.1:" + hung.getLocalPort());
      var client = RecordedAws.client(Path.of("/nonexistent"));
      var reached = Reach.probe(endpoint, client, SHORT, () -> Instant.EPOCH);
      assertThat(reached.failure().orElseThrow().stage()).isEqualTo(Answer.Stage.TLS);
      assertThat(reached.taken()).isLessThan(SHORT.multipliedBy(4));
    }
  }

  @Test
  void aProxyIsNamedWithoutItsPassword() throws IOException {
    var client =
        new ClientSide(
            Map.of("HTTPS_PROXY", "http://me:hidden@127.0.0.1:" + freePort()),
            Path.of("/nonexistent"),
            Path.of("/nonexistent"),
            Duration.ZERO,
            false);
    var reached =
        Reach.probe(
            URI.create("https://bedrock.eu-central-1.amazonaws.com"),
            client,
            Duration.ofSeconds(5),
            () -> Instant.EPOCH);
    assertThat(reached.failure().orElseThrow().stage()).isEqualTo(Answer.Stage.PROXY);
    assertThat(reached.toString()).contains("http://127.0.0.1:").doesNotContain("hidden");
  }

  private static Answer<?> sts(URI endpoint, Duration timeout) {
    try (var account =
        RecordedAws.account(
            RecordedAws.client(Path.of("/nonexistent")), RecordedAws.KEYS, endpoint, timeout)) {
      return account.sts().callerIdentity();
    }
  }

  private static Answer<?> stream(URI endpoint, Duration timeout) {
    try (var account =
        RecordedAws.account(
            RecordedAws.client(Path.of("/nonexistent")), RecordedAws.KEYS, endpoint, timeout)) {
      return account.runtime().stream("m", "{}");
    }
  }

  private static Answer.Stage stage(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    return ((Answer.Unreachable<?>) answer).stage();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void answerPlainly(ServerSocket server) {
    try {
      while (true) {
        try (var socket = server.accept()) {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }
}
