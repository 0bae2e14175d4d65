package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Frames that no decent client sends. After each the server answers others as before.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class Http2AbuseTest {
  private final AtomicInteger handled = new AtomicInteger();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final HttpServer server =
      HttpServer.start(
          ServerSettings.onPort(0).within(1000, Duration.ofSeconds(20)),
          _ -> {
            handled.incrementAndGet();
            return Response.text(200, "fine");
          });

  @AfterEach
  void stillAnswers() throws IOException {
    try (server;
        var wire = Wire.to(server)) {
      assertThat(wire.send("GET / HTTP/1.1", "Host: h", "Connection: close", "").rest())
          .endsWith("fine\n");
    }
  }

  @Test
  void streamsOpenedOnlyToBeReset() throws IOException {
    try (var wire = Wire.to(server)) {
      var frames = Frames.over(wire);
      var flood = new ByteArrayOutputStream();
      for (var stream = 1; stream < 4000; stream += 2) {
        flood.writeBytes(Frames.frame(Frames.HEADERS, Frames.END_HEADERS, stream, Frames.GET));
        flood.writeBytes(Frames.frame(Frames.RST_STREAM, 0, stream, new byte[4]));
      }
      wire.write(flood.toByteArray());
      assertThat(frames.await(Frames.GOAWAY, 0).error()).isEqualTo(Frames.ENHANCE_YOUR_CALM);
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void headersInEndlessCrumbs() throws IOException {
    try (var wire = Wire.to(server)) {
      var frames = Frames.over(wire).send(Frames.HEADERS, 0, 1, Frames.GET);
      var flood = new ByteArrayOutputStream();
      for (var i = 0; i < 1000; i++) {
        flood.writeBytes(Frames.frame(Frames.CONTINUATION, 0, 1));
      }
      wire.write(flood.toByteArray());
      assertThat(frames.await(Frames.GOAWAY, 0).error()).isEqualTo(Frames.ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void headersWithoutEnd() throws IOException {
    try (var wire = Wire.to(server)) {
      var frames = Frames.over(wire).send(Frames.HEADERS, 0, 1, Frames.GET);
      var crumb = new byte[8000];
      Arrays.fill(crumb, (byte) 0x82);
      var flood = new ByteArrayOutputStream();
      for (var i = 0; i < 100; i++) {
        flood.writeBytes(Frames.frame(Frames.CONTINUATION, 0, 1, crumb));
      }
      wire.write(flood.toByteArray());
      assertThat(frames.await(Frames.GOAWAY, 0).error()).isEqualTo(Frames.PROTOCOL_ERROR);
    }
  }

  @Test
  void moreHeadersThanWereAnnouncedAsAllowed() throws IOException {
    try (var wire = Wire.to(server)) {
      var block = new ByteArrayOutputStream();
      block.writeBytes(Frames.GET);
      for (var i = 0; i < 550; i++) {
        block.writeBytes(new byte[] {0, 1, 'x', 100});
        block.writeBytes("y".repeat(100).getBytes(StandardCharsets.US_ASCII));
      }
      var frames = Frames.over(wire);
      var bytes = block.toByteArray();
      var first = Arrays.copyOf(bytes, 16_000);
      frames.send(Frames.HEADERS, Frames.END_STREAM, 1, first);
      for (var at = first.length; at < bytes.length; at += 16_000) {
        var end = Math.min(bytes.length, at + 16_000);
        var flags = end == bytes.length ? Frames.END_HEADERS : 0;
        frames.send(Frames.CONTINUATION, flags, 1, Arrays.copyOfRange(bytes, at, end));
      }
      var answer = frames.await(Frames.HEADERS, 1);
      assertThat(new String(answer.payload(), StandardCharsets.ISO_8859_1))
          .as("a literal status")
          .contains("431");
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void dataWithoutContent() throws IOException {
    try (var wire = Wire.to(server)) {
      var frames = Frames.over(wire).send(Frames.HEADERS, Frames.END_HEADERS, 1, Frames.POST);
      for (var i = 0; i < 10; i++) {
        frames.send(Frames.DATA, 0, 1);
      }
      assertThat(frames.await(Frames.GOAWAY, 0).error()).isEqualTo(Frames.ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void framesOfAWrongSize() throws IOException {
    try (var wire = Wire.to(server)) {
      var frames = Frames.over(wire).send(Frames.PING, 0, 0, new byte[7]);
      assertThat(frames.await(Frames.GOAWAY, 0).error()).isEqualTo(Frames.FRAME_SIZE_ERROR);
    }
  }

  @Test
  void aFrameThatIsCutOff() throws IOException {
    for (var type : new int[] {Frames.HEADERS, Frames.DATA, Frames.SETTINGS, Frames.GOAWAY}) {
      var whole =
          Frames.frame(type, Frames.END_HEADERS, type == Frames.SETTINGS ? 0 : 1, Frames.POST);
      for (var length = 1; length < whole.length; length++) {
        try (var wire = Wire.to(server)) {
          var _ = Frames.over(wire);
          wire.write(Arrays.copyOf(whole, length));
        }
      }
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void aPrefaceThatIsCutOffIsNoHttp1EitherAndGivenUp() throws IOException {
    var settings = ServerSettings.onPort(0).within(10, Duration.ofMillis(200));
    try (var impatient = HttpServer.start(settings, _ -> Response.text(200, "never"));
        var wire = Wire.to(impatient)) {
      wire.write("PRI * HTTP/2.0\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void aBodyThatDripsBesideAnAnswerThatTakesLong() throws IOException, InterruptedException {
    var settings = ServerSettings.onPort(0).within(10, Duration.ofMillis(200));
    try (var impatient = HttpServer.start(settings, _ -> untilInterrupted())) {
      try (var wire = Wire.to(impatient)) {
        var frames =
            Frames.over(wire)
                .send(Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, Frames.GET)
                .send(Frames.HEADERS, Frames.END_HEADERS, 3, Frames.POST)
                .send(Frames.DATA, 0, 3, (byte) 'x');
        var answer = frames.await(Frames.HEADERS, 3);
        assertThat(new String(answer.payload(), StandardCharsets.ISO_8859_1)).contains("408");
        assertThat(frames.await(Frames.RST_STREAM, 3).error()).isZero();
      }
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Response untilInterrupted() {
    try {
      Thread.sleep(Duration.ofMinutes(1));
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return Response.text(200, "late");
  }
}
