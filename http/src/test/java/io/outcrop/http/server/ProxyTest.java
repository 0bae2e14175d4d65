package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.http.certificate.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A proxy that passes nothing on.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class ProxyTest {
  private static final String SERVED = "bedrock-runtime.us-east-1.amazonaws.com";

  @TempDir private Path folder;
  private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
  private CertificateAuthority authority;

  @BeforeEach
  void found() {
    authority = CertificateAuthority.in(folder, InstantSource.system());
  }

  @Test
  void aServedHostAnswersThroughATunnel()
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var server = start();
        var client = through(server).build();
        var old = through(server).version(HttpClient.Version.HTTP_1_1).build()) {
      for (var uri :
          List.of("https://" + SERVED + "/model/a%3A0/invoke", "https://" + SERVED + ":8443/x?y")) {
        var path = uri.substring(uri.indexOf('/', 8));
        assertThat(get(client, uri))
            .startsWith("HTTP_2 " + path + " " + SERVED)
            .endsWith("secure\n");
        assertThat(get(old, uri))
            .startsWith("HTTP_1_1 " + path + " " + SERVED)
            .endsWith("secure\n");
      }
    }
    assertThat(blocked).isEmpty();
  }

  @Test
  void everyOtherHostIsRefusedAndNamed()
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var server = start();
        var client = through(server).build()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> get(client, "https://s3.us-east-1.amazonaws.com/bucket"));
      assertThat(get(client, "http://Example.COM:81/x")).contains("`example.com` is not served");
    }
    assertThat(blocked).containsExactly("s3.us-east-1.amazonaws.com", "example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT 127.0.0.1:1 HTTP/1.1",
        "CONNECT localhost:22 HTTP/1.1",
        "CONNECT [::1]:4599 HTTP/1.1",
        "CONNECT evil.example:443 HTTP/1.1",
        "CONNECT evil.example HTTP/1.1",
        "CONNECT x.amazonaws.com.evil.example:443 HTTP/1.1",
        "GET http://127.0.0.1:1/ HTTP/1.1",
        "GET http://169.254.169.254/latest/meta-data HTTP/1.1",
        "GET https://evil.example HTTP/1.1"
      })
  void nothingLeaves(String line) throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      assertThat(wire.send(line, "Host: h", "", "").rest())
          .startsWith("HTTP/1.1 403 Forbidden\r\n")
          .contains("connection: close");
    }
    assertThat(blocked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT / HTTP/1.1",
        "CONNECT a:b HTTP/1.1",
        "CONNECT user@bank.example:443 HTTP/1.1",
        "CONNECT : HTTP/1.1",
        "GET http:///x HTTP/1.1",
        "GET http://user:pass@" + SERVED + "/ HTTP/1.1",
        "CONNECT [::1:443 HTTP/1.1"
      })
  void whatNamesNoHostIsMalformed(String line) throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      assertThat(wire.send(line, "Host: h", "", "").rest()).startsWith("HTTP/1.1 400 ");
    }
    assertThat(blocked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://bedrock-runtime.us-east-1.amazonaws.com/a%2Fb?c=%20, /a%2Fb?c=%20,"
        + " bedrock-runtime.us-east-1.amazonaws.com",
    "HTTP://bedrock-runtime.us-east-1.amazonaws.com:80, /,"
        + " bedrock-runtime.us-east-1.amazonaws.com:80",
    "http://bedrock-runtime.us-east-1.amazonaws.com?a, /?a,"
        + " bedrock-runtime.us-east-1.amazonaws.com",
    "http://localhost:PORT/x, /x, localhost:PORT",
    "http://127.0.0.1:PORT/x, /x, 127.0.0.1:PORT",
  })
  void aWholeUrlIsServedAsItsHostAndPath(String url, String target, String host)
      throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      var port = Integer.toString(server.port());
      wire.send(
          "GET " + url.replace("PORT", port) + " HTTP/1.1",
          "Host: lies.example",
          "Connection: close",
          "");
      assertThat(wire.rest()).endsWith(target + " " + host.replace("PORT", port) + " clear\n");
    }
  }

  @Test
  void clearTextInATunnelIsServedToo() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send("CONNECT " + SERVED + ":80 HTTP/1.1", "Host: " + SERVED, "");
      assertThat(wire.head())
          .startsWith("HTTP/1.1 200 Connection established\n")
          .doesNotContain("content-length");
      wire.send("GET /x HTTP/1.1", "Host: " + SERVED, "Connection: close", "");
      assertThat(wire.rest()).endsWith("/x " + SERVED + " clear\n");
    }
  }

  @Test
  void whatIsSentWithoutWaitingForTheTunnelIsNotLost() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send(
          "CONNECT " + SERVED + ":80 HTTP/1.1",
          "Host: " + SERVED,
          "",
          "GET /x HTTP/1.1",
          "Host: " + SERVED,
          "Connection: close",
          "");
      assertThat(wire.rest())
          .containsSubsequence("200 Connection established", "/x " + SERVED + " clear\n");
    }
  }

  @Test
  void aTunnelMayFollowOtherRequestsButNotOvertakeThem() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send(
          "GET /before HTTP/1.1",
          "Host: h",
          "",
          "CONNECT " + SERVED + ":80 HTTP/1.1",
          "Host: " + SERVED,
          "");
      assertThat(wire.head()).startsWith("HTTP/1.1 200 OK");
      assertThat(wire.line()).isEqualTo("/before h clear");
      assertThat(wire.head()).startsWith("HTTP/1.1 200 Connection established");
      wire.send("GET /x HTTP/1.1", "Host: h", "Connection: close", "");
      assertThat(wire.rest()).endsWith("/x h clear\n");
    }
  }

  @Test
  void whatFollowsAQueuedTunnelWithoutWaitingIsRefused() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send(
          "GET /before HTTP/1.1",
          "Host: h",
          "",
          "CONNECT " + SERVED + ":80 HTTP/1.1",
          "Host: " + SERVED,
          "",
          "GET /x HTTP/1.1",
          "Host: h",
          "");
      assertThat(wire.rest())
          .containsSubsequence("/before h clear", "HTTP/1.1 400 ")
          .doesNotContain("/x");
    }
  }

  @Test
  void theProxyItselfMayBeSpokenToOverTls() throws IOException, GeneralSecurityException {
    try (var server = start();
        var outer =
            Trust.in(authority).getSocketFactory().createSocket("127.0.0.1", server.port());
        var proxy = new Wire(outer)) {
      proxy.send("CONNECT " + SERVED + ":443 HTTP/1.1", "Host: " + SERVED, "");
      assertThat(proxy.head()).startsWith("HTTP/1.1 200 ");
      var inner = Trust.in(authority).getSocketFactory();
      try (var wire = new Wire(inner.createSocket(outer, SERVED, 443, true))) {
        wire.send("GET /x HTTP/1.1", "Host: " + SERVED, "Connection: close", "");
        assertThat(wire.rest()).endsWith("/x " + SERVED + " secure\n");
      }
    }
  }

  @Test
  void aTunnelThatStaysEmptyIsGivenUp() throws IOException {
    try (var server =
            HttpServer.start(settings().within(100, Duration.ofMillis(300)), ProxyTest::answer);
        var wire = Wire.to(server)) {
      wire.send("CONNECT " + SERVED + ":443 HTTP/1.1", "Host: " + SERVED, "");
      assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void aServerThatIsNoProxyServesNobodyElse() throws IOException {
    try (var server = HttpServer.start(ServerSettings.onPort(0), ProxyTest::answer);
        var wire = Wire.to(server)) {
      assertThat(wire.send("CONNECT " + SERVED + ":443 HTTP/1.1", "Host: h", "").rest())
          .startsWith("HTTP/1.1 403 ");
    }
  }

  private HttpServer start() {
    return HttpServer.start(settings(), ProxyTest::answer);
  }

  private ServerSettings settings() {
    return ServerSettings.onPort(0)
        .with(new Tls.By(authority))
        .with(new Proxy(SERVED::equals, blocked::add));
  }

  private static Response answer(Request request) {
    var host =
        request.authority().isEmpty()
            ? request.headers().first("host").orElse("")
            : request.authority();
    return Response.text(
        200, request.target() + " " + host + (request.secure() ? " secure" : " clear"));
  }

  private HttpClient.Builder through(HttpServer server)
      throws IOException, GeneralSecurityException {
    var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    return HttpClient.newBuilder().proxy(ProxySelector.of(proxy)).sslContext(Trust.in(authority));
  }

  private static String get(HttpClient client, String uri)
      throws IOException, InterruptedException {
    var answer =
        client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    return answer.version() + " " + answer.body();
  }
}
