package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.outcrop.http.Chunks;
import io.outcrop.http.Handler;
import io.outcrop.http.Headers;
import io.outcrop.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void targetBodyAndHeadersArriveAsSent() throws IOException {
    try (var server =
            start(request ->
                Response.text(
                    200,
                    request.method()
                        + " "
                        + request.target()
                        + " "
                        + request.headers().all("X-Twice")
                        + " "
                        + request.text()));
        var client = connect(server)) {
      send(
          client,
          lines(
              "POST /model/a%2Fb:0?x=%20y HTTP/1.1",
              "Host: h",
              "x-twice: 1",
              "X-TWICE: 2",
              "Transfer-Encoding: chunked",
              "Connection: close",
              "",
              "3",
              "abc",
              "0",
              "",
              ""));
      assertThat(readAll(client))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .endsWith("POST /model/a%2Fb:0?x=%20y [1, 2] abc\n");
    }
  }

  @Test
  void requestsSentAheadAreAnsweredInOrder() throws IOException {
    try (var server = start(request -> Response.text(200, "answer " + request.path()));
        var client = connect(server)) {
      send(
          client,
          lines(
              "GET /1 HTTP/1.1",
              "Host: h",
              "",
              "GET /2 HTTP/1.1",
              "Host: h",
              "",
              "GET /3 HTTP/1.1",
              "Host: h",
              "Connection: close",
              "",
              ""));
      assertThat(readAll(client)).containsSubsequence("answer /1", "answer /2", "answer /3");
    }
  }

  @Test
  void headHasALengthAndNoBody() throws IOException {
    try (var server = start(_ -> Response.text(200, "12345"));
        var client = connect(server)) {
      send(client, "HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
      assertThat(readAll(client)).contains("content-length: 6\r\n").endsWith("\r\n\r\n");
    }
  }

  @Test
  void expectContinueIsAnsweredBeforeTheBody() throws IOException {
    try (var server = start(request -> Response.text(200, "got " + request.text()));
        var client = connect(server)) {
      send(
          client,
          lines(
              "POST / HTTP/1.1",
              "Host: h",
              "Expect: 100-continue",
              "Content-Length: 2",
              "Connection: close",
              "",
              ""));
      var first = new byte["HTTP/1.1 100 Continue\r\n\r\n".length()];
      assertThat(client.getInputStream().readNBytes(first, 0, first.length))
          .isEqualTo(first.length);
      assertThat(new String(first, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
      send(client, "ab");
      assertThat(readAll(client)).startsWith("HTTP/1.1 200 OK").endsWith("got ab\n");
    }
  }

  @Test
  void malformedRequestsAreRefused() throws IOException {
    assertThat(answerTo("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(answerTo("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(answerTo("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(answerTo("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ");
    assertThat(answerTo("GET / HTTP/1.1\r\nHost: h\r\nx: " + "a".repeat(70_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(answerTo("GET / HTTP/1.1\r\nHost: h\r\nExpect: tea\r\n\r\n"))
        .startsWith("HTTP/1.1 417 ");
  }

  @Test
  void bodiesOverTheLimitAreRefusedDeclaredOrNot() throws IOException {
    assertThat(answerTo("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
    assertThat(
            answerTo(
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n"
                    + "a".repeat(101)
                    + "\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aConnectionThatDripsIsClosed() throws IOException {
    var settings = ServerSettings.onPort(0).within(100, Duration.ofMillis(200));
    try (var server = HttpServer.start(settings, _ -> Response.text(200, "never"));
        var client = connect(server)) {
      send(client, "GET / HTTP/1.1\r\nHost:");
      assertThat(readAll(client)).isEmpty();
    }
  }

  @Test
  void streamsAreChunkedAndClosedOnce() throws IOException, InterruptedException {
    var chunks = new Numbers(3);
    try (var server =
        start(_ -> new Response(200, Headers.none(), new Response.Body.Streamed(chunks)))) {
      var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port())).build(),
              BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("0,1,2,");
      assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
    }
    assertThat(chunks.closed).hasValue(1);
  }

  @Test
  void aClientThatLeavesClosesTheStream() throws IOException, InterruptedException {
    var chunks = new Numbers(Integer.MAX_VALUE);
    try (var server =
        start(_ -> new Response(200, Headers.none(), new Response.Body.Streamed(chunks)))) {
      try (var client = connect(server)) {
        send(client, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(client.getInputStream().read()).isEqualTo('H');
      }
      assertThat(chunks.end.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aClientThatDoesNotReadHoldsTheStreamBack() throws IOException, InterruptedException {
    var chunks = new Blocks();
    var settings = ServerSettings.onPort(0).within(100, Duration.ofMillis(300));
    try (var server =
            HttpServer.start(
                settings,
                _ -> new Response(200, Headers.none(), new Response.Body.Streamed(chunks)));
        var client = connect(server)) {
      client.setReceiveBufferSize(4096);
      send(client, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(chunks.closed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(chunks.given).isLessThan(10_000);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotACleanEnd() throws IOException {
    try (var server =
            start(
                _ -> new Response(200, Headers.none(), new Response.Body.Streamed(new Broken())));
        var client = connect(server)) {
      send(client, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(readAll(client)).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n");
    }
  }

  @Test
  void aHandlerThatFailsIsA500() throws IOException {
    try (var server =
            start(_ -> {
              throw new IllegalStateException("on purpose");
            });
        var client = connect(server)) {
      send(client, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
      assertThat(readAll(client)).startsWith("HTTP/1.1 500 ").doesNotContain("on purpose");
    }
  }

  @Test
  void anAnswerThatCannotBeSentClosesTheConnection() throws IOException {
    var headers = Headers.none().with("x", "a\r\nb");
    try (var server = start(_ -> Response.of(200, headers, new byte[0]));
        var client = connect(server)) {
      send(client, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(readAll(client)).isEmpty();
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (var server = start(_ -> Response.text(200, "first"))) {
      assertThatExceptionOfType(PortTakenException.class)
          .isThrownBy(() ->
              HttpServer.start(
                      ServerSettings.onPort(server.port()), _ -> Response.text(200, "second"))
                  .close())
          .withMessageContaining("`" + server.port() + "`")
          .matches(taken -> taken.port() == server.port());
    }
  }

  @Test
  void closingLeavesNoThreadAndNoPort() throws IOException, InterruptedException {
    var interrupted = new CountDownLatch(1);
    var arrived = new CountDownLatch(1);
    var server =
        start(_ -> {
          arrived.countDown();
          try {
            Thread.sleep(Duration.ofMinutes(1));
          } catch (InterruptedException _) {
            interrupted.countDown();
          }
          return Response.text(200, "late");
        });
    try (var client = connect(server)) {
      send(client, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      server.close();
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("http-1") || name.startsWith("globalEventExecutor"));
    HttpServer.start(ServerSettings.onPort(server.port()), _ -> Response.text(200, "")).close();
  }

  private static HttpServer start(Handler handler) {
    return HttpServer.start(ServerSettings.onPort(0).within(100, PATIENCE), handler);
  }

  private static String answerTo(String request) throws IOException {
    try (var server = start(_ -> Response.text(200, "accepted"));
        var client = connect(server)) {
      send(client, request);
      return readAll(client);
    }
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  private static Socket connect(HttpServer server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void send(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String readAll(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static final class Numbers implements Chunks {
    private final int count;
    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int next;

    private Numbers(int count) {
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread pulls
    public byte[] next() {
      return (next++ + ",").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
      end.countDown();
    }
  }

  private static final class Broken implements Chunks {
    @Override
    public boolean hasNext() {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public byte[] next() {
      return new byte[0];
    }

    @Override
    public void close() {}
  }

  /// Blocks of 8 KiB, without end.
  private static final class Blocks implements Chunks {
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int given;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread pulls
    public byte[] next() {
      given++;
      return new byte[8192];
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
