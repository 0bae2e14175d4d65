package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Handler;
import io.outcrop.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Clients of HTTP/1.1 that are slow, many, or make no sense.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class HostilityTest {
  private static final String[] GET = {"GET / HTTP/1.1", "Host: h", ""};

  private final AtomicInteger handled = new AtomicInteger();

  @Test
  void aFloodOfSmallHeadersIsRefused() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send("GET / HTTP/1.1", "Host: h");
      for (var i = 0; i < 5000; i++) {
        wire.send("X-Header-%d: some value".formatted(i));
      }
      assertThat(wire.send("").rest()).startsWith("HTTP/1.1 431 ");
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void aBodyThatDripsGetsATimeoutAndNoThread() throws IOException {
    try (var server = impatient();
        var wire = Wire.to(server)) {
      wire.send("POST / HTTP/1.1", "Host: h", "Content-Length: 10", "").write(new byte[] {1, 2});
      assertThat(wire.rest()).startsWith("HTTP/1.1 408 Request Timeout\r\n");
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws IOException {
    try (var server = impatient();
        var wire = Wire.to(server)) {
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void aConnectionThatFallsSilentAfterAnAnswerIsClosed() throws IOException {
    try (var server = impatient();
        var wire = Wire.to(server)) {
      assertThat(wire.send(GET).rest()).endsWith("fine\n");
    }
  }

  @Test
  void aClientThatClosesItsHalfHasLeft() throws IOException, InterruptedException {
    var arrived = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    Handler slow =
        _ -> {
          arrived.countDown();
          try {
            Thread.sleep(Duration.ofMinutes(1));
          } catch (InterruptedException _) {
            interrupted.countDown();
          }
          return Response.text(200, "late");
        };
    try (var server = HttpServer.start(ServerSettings.onPort(0), slow);
        var wire = Wire.to(server)) {
      wire.send(GET);
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      wire.socket().shutdownOutput();
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void aRequestThatEndsInTheMiddleIsForgotten() throws IOException {
    try (var server = start()) {
      var whole = "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabcd";
      for (var length = 1; length <= whole.length(); length++) {
        try (var wire = Wire.to(server)) {
          wire.write(whole.substring(0, length).getBytes(StandardCharsets.US_ASCII));
          wire.socket().shutdownOutput();
          assertThat(wire.rest()).isEmpty();
        }
      }
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void aThousandRequestsSentAheadAreAllAnswered() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      var writing =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  wire.write(
                      (String.join("\r\n", GET) + "\r\n")
                          .repeat(1000)
                          .getBytes(StandardCharsets.US_ASCII));
                  wire.send("GET /last HTTP/1.1", "Host: h", "Connection: close", "");
                } catch (IOException lost) {
                  throw new UncheckedIOException(lost);
                }
              });
      assertThat(wire.rest().split("fine\n", -1)).hasSize(1002);
      assertThat(writing).isNotNull();
    }
    assertThat(handled).hasValue(1001);
  }

  @Test
  void noiseIsRefusedOrForgotten() throws IOException {
    var seed = 20261128L;
    System.out.println("seed " + seed);
    var random = new Random(seed);
    try (var server = start()) {
      for (var i = 0; i < 300; i++) {
        var noise = new byte[random.nextInt(1, 400)];
        random.nextBytes(noise);
        try (var wire = Wire.to(server)) {
          wire.write(noise);
          wire.socket().shutdownOutput();
          var answer = wire.rest();
          assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4")).as(answer).isTrue();
        } catch (SocketException reset) {
          assertThat(reset).hasMessageContaining("reset");
        }
      }
      assertAnswers(server);
    }
  }

  @Test
  void twoServersKnowNothingOfEachOther() throws IOException {
    try (var two = HttpServer.start(ServerSettings.onPort(0), _ -> Response.text(200, "two"));
        var second = Wire.to(two)) {
      try (var one = HttpServer.start(ServerSettings.onPort(0), _ -> Response.text(200, "one"));
          var first = Wire.to(one)) {
        first.send(GET).head();
        second.send(GET).head();
        assertThat(first.line() + second.line()).isEqualTo("onetwo");
      }
      second.send(GET).head();
      assertThat(second.line()).isEqualTo("two");
    }
  }

  private HttpServer start() {
    return HttpServer.start(
        ServerSettings.onPort(0),
        _ -> {
          handled.incrementAndGet();
          return Response.text(200, "fine");
        });
  }

  private HttpServer impatient() {
    return HttpServer.start(
        ServerSettings.onPort(0).within(100, Duration.ofMillis(200)),
        _ -> {
          handled.incrementAndGet();
          return Response.text(200, "fine");
        });
  }

  private static void assertAnswers(HttpServer server) throws IOException {
    try (var wire = Wire.to(server)) {
      assertThat(wire.send("GET / HTTP/1.1", "Host: h", "Connection: close", "").rest())
          .endsWith("fine\n");
    }
  }
}
