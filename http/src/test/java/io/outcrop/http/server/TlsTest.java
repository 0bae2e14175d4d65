package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.http.certificate.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// TLS on the port that also speaks clear text.
@Timeout(60)
@ExtendWith(LeakWatch.class)
class TlsTest {
  @TempDir private Path folder;
  private CertificateAuthority authority;

  @BeforeEach
  void found() {
    authority = CertificateAuthority.in(folder, InstantSource.system());
  }

  @Test
  void nothingIsMadeUntilSomebodySpeaksTls() throws IOException, InterruptedException {
    try (var server = start()) {
      assertThat(get(HttpClient.newHttpClient(), "http://127.0.0.1:" + server.port())).isNotNull();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void clientsAgreeOnTheNewestProtocol()
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var server = start();
        var client = trusting().build();
        var old = trusting().version(HttpClient.Version.HTTP_1_1).build()) {
      for (var host : List.of("localhost", "127.0.0.1")) {
        var uri = "https://" + host + ":" + server.port() + "/a%2Fb?c";
        assertThat(get(client, uri)).isEqualTo("HTTP_2 /a%2Fb?c secure\n");
        assertThat(get(old, uri)).isEqualTo("HTTP_1_1 /a%2Fb?c secure\n");
      }
    }
  }

  @Test
  void aClientWithoutAlpnSpeaksHttp1() throws IOException, GeneralSecurityException {
    try (var server = start();
        var wire =
            new Wire(
                Trust.in(authority).getSocketFactory().createSocket("127.0.0.1", server.port()))) {
      wire.send("GET /x HTTP/1.1", "Host: h", "Connection: close", "");
      assertThat(wire.rest()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("/x secure\n");
    }
  }

  @Test
  void eachNameHasItsCertificate() throws IOException, GeneralSecurityException {
    try (var server = start()) {
      for (var name :
          List.of("bedrock.eu-central-1.amazonaws.com", "bedrock-mantle.us-east-1.api.aws")) {
        try (var socket = named(server, name)) {
          socket.startHandshake();
          assertThat(socket.getSession().getPeerPrincipal().getName()).isEqualTo("CN=" + name);
        }
      }
    }
  }

  @Test
  void aNameThatIsNotOursIsRefusedByName() throws IOException, GeneralSecurityException {
    try (var server = start();
        var socket = named(server, "bank.example")) {
      assertThatExceptionOfType(SSLException.class)
          .isThrownBy(socket::startHandshake)
          .withMessageContaining("unrecognized_name");
    }
  }

  @Test
  void aClientThatDoesNotTrustUsHarmsNobody() throws IOException, InterruptedException {
    try (var server = start();
        var client = HttpClient.newHttpClient()) {
      var uri = "https://localhost:" + server.port();
      assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(client, uri));
      assertThat(get(client, "http://localhost:" + server.port() + "/")).endsWith("/ clear\n");
    }
  }

  @Test
  void aHandshakeThatDripsIsGivenUp() throws IOException {
    var settings = settings().within(100, Duration.ofMillis(200));
    try (var server = HttpServer.start(settings, TlsTest::answer);
        var wire = Wire.to(server)) {
      wire.write(new byte[] {22, 3, 1});
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void noiseAfterAHandshakesFirstByteIsRefused() throws IOException {
    try (var server = start();
        var wire = Wire.to(server)) {
      wire.write(new byte[] {22, 3, 1, 0, 4, 9, 9, 9, 9});
      assertThat(wire.rest()).hasSizeLessThan(8);
    }
  }

  @Test
  void withoutTlsItsFirstBytesAreJustNoHttp() throws IOException {
    try (var server = HttpServer.start(ServerSettings.onPort(0), TlsTest::answer);
        var wire = Wire.to(server)) {
      wire.write(new byte[] {22, 3, 1, 0, 4, 9, 9, 9, '\n', '\n'});
      assertThat(wire.rest()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void largeAnswersAndRequestsComeThroughWhole()
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var server =
            HttpServer.start(
                settings(), request -> Response.of(200, Headers.none(), request.body()));
        var client = trusting().build()) {
      var body = "0123456789".repeat(300_000);
      var request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + server.port()))
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(client.send(request.build(), BodyHandlers.ofString()).body()).isEqualTo(body);
    }
  }

  private HttpServer start() {
    return HttpServer.start(settings(), TlsTest::answer);
  }

  private ServerSettings settings() {
    return ServerSettings.onPort(0).with(new Tls.By(authority));
  }

  private static Response answer(Request request) {
    return Response.text(200, request.target() + (request.secure() ? " secure" : " clear"));
  }

  private HttpClient.Builder trusting() throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder().sslContext(Trust.in(authority));
  }

  private SSLSocket named(HttpServer server, String name)
      throws IOException, GeneralSecurityException {
    var plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
    var socket =
        (SSLSocket) Trust.in(authority).getSocketFactory().createSocket(plain, name, 443, true);
    var parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(name)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static String get(HttpClient client, String uri)
      throws IOException, InterruptedException {
    var answer =
        client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    return answer.version() + " " + answer.body();
  }
}
