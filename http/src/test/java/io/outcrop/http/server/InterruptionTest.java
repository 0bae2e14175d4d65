package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.outcrop.http.Chunks;
import io.outcrop.http.Headers;
import io.outcrop.http.Interruption;
import io.outcrop.http.Interruption.Manner;
import io.outcrop.http.Response;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Answers that come to grief on purpose, as a client sees them.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class InterruptionTest {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void anAnswerThatIsNeverGivenEndsTheConnection() throws IOException {
    try (var server = start(InterruptionTest::whole, new Interruption.Unanswered(Manner.CLOSE));
        var wire = Wire.to(server)) {
      assertThat(get(wire).rest()).isEmpty();
    }
  }

  @Test
  void anAnswerThatIsNeverGivenMayResetIt() throws IOException {
    try (var server = start(InterruptionTest::whole, new Interruption.Unanswered(Manner.RESET));
        var wire = Wire.to(server)) {
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> get(wire).rest())
          .withMessageContaining("reset");
    }
  }

  @Test
  void aWholeAnswerBreaksShortOfItsLength() throws IOException {
    try (var server = start(InterruptionTest::whole, new Interruption.Broken(4, Manner.CLOSE));
        var wire = Wire.to(server)) {
      assertThat(get(wire).rest()).contains("content-length: 10").endsWith("\r\n\r\n0123");
    }
  }

  @Test
  void aStreamBreaksInTheMiddleOfAPartAndIsClosed() throws IOException, InterruptedException {
    try (var server = start(this::streamed, new Interruption.Broken(7, Manner.CLOSE));
        var wire = Wire.to(server)) {
      assertThat(get(wire).rest()).endsWith("\r\n\r\n5\r\n01234\r\n2\r\n56\r\n");
    }
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatWasSentBeforeAResetArrives() throws IOException {
    try (var server = start(this::streamed, new Interruption.Broken(7, Manner.RESET));
        var wire = Wire.to(server)) {
      get(wire).head();
      assertThat(wire.exactly(17)).isEqualTo("5\r\n01234\r\n2\r\n56\r\n");
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(wire::rest)
          .withMessageContaining("reset");
    }
  }

  @Test
  void aBodyThatIsShorterStillLacksItsEnd() throws IOException {
    try (var server = start(this::streamed, new Interruption.Broken(1000, Manner.CLOSE));
        var wire = Wire.to(server)) {
      assertThat(get(wire).rest()).endsWith("5\r\n56789\r\n").doesNotContain("\r\n0\r\n");
    }
  }

  @Test
  void silenceLastsUntilTheClientLeaves() throws IOException, InterruptedException {
    try (var server = start(this::streamed, new Interruption.Broken(5, Manner.SILENCE))) {
      try (var wire = Wire.to(server)) {
        get(wire).head();
        assertThat(wire.exactly(10)).isEqualTo("5\r\n01234\r\n");
        assertThat(wire.socket().getInputStream().available()).isZero();
        assertThat(closed.getCount()).isOne();
      }
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void silenceEndsWhenTheServerCloses() throws IOException, InterruptedException {
    try (var wire = silent()) {
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void aHaltingAnswerIsWholeInTheEnd() throws IOException, InterruptedException {
    var pause = new Interruption.Halting(7, Duration.ofMillis(1));
    for (var body :
        List.<Supplier<Response.Body.Sound>>of(InterruptionTest::whole, this::streamed)) {
      try (var server = start(body, pause);
          var client = HttpClient.newHttpClient()) {
        var uri = URI.create("http://127.0.0.1:" + server.port());
        var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("0123456789");
      }
    }
  }

  @Test
  void aPauseEndsWhenTheClientLeaves() throws IOException, InterruptedException {
    try (var server =
        start(this::streamed, new Interruption.Halting(5, Duration.ofDays(100_000)))) {
      try (var wire = Wire.to(server)) {
        get(wire).head();
        assertThat(wire.exactly(10)).isEqualTo("5\r\n01234\r\n");
      }
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"CLOSE", "RESET"})
  void clientsOfHttp2SeeItToo(Manner manner) throws InterruptedException {
    for (var how :
        List.of(new Interruption.Broken(7, manner), new Interruption.Unanswered(manner))) {
      try (var server = start(this::streamed, how);
          var client = HttpClient.newHttpClient()) {
        var uri = URI.create("http://127.0.0.1:" + server.port());
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(
                () -> client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
      }
    }
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void ofSeveralTheLastCounts() {
    var answer =
        Response.text(200, "x")
            .interrupted(new Interruption.Unanswered(Manner.CLOSE))
            .interrupted(new Interruption.Broken(1, Manner.RESET));
    assertThat(answer.body())
        .isInstanceOfSatisfying(
            Response.Body.Interrupted.class,
            body ->
                assertThat(body.interruption())
                    .isEqualTo(new Interruption.Broken(1, Manner.RESET)));
  }

  private Wire silent() throws IOException, InterruptedException {
    var arrived = new CountDownLatch(1);
    Supplier<Response.Body.Sound> body =
        () -> {
          arrived.countDown();
          return new Response.Body.Whole(new byte[1]);
        };
    try (var server = start(body, new Interruption.Unanswered(Manner.SILENCE))) {
      var wire = get(Wire.to(server));
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      return wire;
    }
  }

  private static HttpServer start(Supplier<Response.Body.Sound> body, Interruption how) {
    return HttpServer.start(
        ServerSettings.onPort(0),
        _ -> new Response(200, Headers.none(), body.get()).interrupted(how));
  }

  private static Wire get(Wire wire) throws IOException {
    return wire.send("GET / HTTP/1.1", "Host: h", "");
  }

  private static Response.Body.Sound whole() {
    return new Response.Body.Whole("0123456789".getBytes(StandardCharsets.US_ASCII));
  }

  private Response.Body.Sound streamed() {
    return new Response.Body.Streamed(new Parts());
  }

  private final class Parts implements Chunks {
    private int given;

    @Override
    public boolean hasNext() {
      return given < 2;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return (given++ == 0 ? "01234" : "56789").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
