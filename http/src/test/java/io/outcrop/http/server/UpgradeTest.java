package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// From HTTP/1.1 to HTTP/2 in clear text, as the JDK's client asks for it.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class UpgradeTest {
  private static final String[] UPGRADE = {
    "Host: h",
    "Connection: Upgrade, HTTP2-Settings",
    "Upgrade: h2c",
    "HTTP2-Settings: AAMAAABkAAQAAP__",
    ""
  };

  @Test
  void theFirstRequestIsAnsweredInTheNewProtocolAndSoAreLaterOnes()
      throws IOException, InterruptedException {
    try (var server = start();
        var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/a%2Fb?c=%20");
      for (var body : new String[] {"", "hello", "x".repeat(200_000)}) {
        var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body())
            .isEqualTo("/a%2Fb?c=%20 127.0.0.1:" + server.port() + " " + body.length() + "\n");
      }
    }
  }

  @Test
  void aFirstRequestWithABodyIsUpgradedWhole() throws IOException, InterruptedException {
    try (var server = start();
        var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/");
      var body = BodyPublishers.ofString("x".repeat(200_000));
      var answer =
          client.send(HttpRequest.newBuilder(uri).POST(body).build(), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.body()).endsWith(" 200000\n");
    }
  }

  @Test
  void itIsAnnouncedAndThenSpoken() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send("GET / HTTP/1.1").send(UPGRADE);
      assertThat(wire.head())
          .startsWith("HTTP/1.1 101 Switching Protocols\n")
          .contains("upgrade: h2c");
      assertThat(wire.exactly(9)).as("a frame of SETTINGS").matches("(?s)\0\0.\4\0\0\0\0\0");
    }
  }

  @Test
  void otherUpgradesAreIgnored() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send(
          "GET /x HTTP/1.1", "Host: h", "Connection: Upgrade, close", "Upgrade: websocket", "");
      assertThat(wire.rest()).startsWith("HTTP/1.1 200 OK").endsWith("/x h 0\n");
    }
  }

  @Test
  void anUpgradeWithoutSettingsOrLaterThanTheFirstRequestIsIgnored() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.send("GET /1 HTTP/1.1", "Host: h", "Connection: Upgrade", "Upgrade: h2c", "");
      wire.send("GET /2 HTTP/1.1").send(UPGRADE);
      wire.send("GET /3 HTTP/1.1", "Host: h", "Connection: close", "");
      assertThat(wire.rest())
          .containsSubsequence("/1 h 0", "/2 h 0", "/3 h 0")
          .doesNotContain("101");
    }
  }

  private static HttpServer start() {
    return HttpServer.start(
        ServerSettings.onPort(0),
        request -> {
          var host =
              request.authority().isEmpty()
                  ? request.headers().first("host").orElse("")
                  : request.authority();
          return Response.text(200, request.target() + " " + host + " " + request.body().length);
        });
  }
}
