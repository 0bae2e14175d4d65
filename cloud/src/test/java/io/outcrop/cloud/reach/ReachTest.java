package io.outcrop.cloud.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer.Stage;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.trust.TrustSource;
import io.outcrop.cloud.trust.TrustSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way in which a connection can end, over real sockets.
final class ReachTest {
  private static final URI AWS = URI.create("https://bedrock-runtime.us-east-1.amazonaws.com");
  private static final String OURS = "HTTP/1.1 404 Not Found\r\nx-amzn-requestid: 1\r\n";
  private static final String CONNECTED = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir static Path folder;

  private static TestAuthority authority;

  @BeforeAll
  static void found() throws IOException, InterruptedException {
    authority = new TestAuthority(folder);
  }

  private static ClientSide client(Map<String, String> environment) {
    return new ClientSide(environment, folder, folder, Duration.ZERO, false);
  }

  private static Reached probe(URI address, Map<String, String> environment) {
    return Reach.probe(address, client(environment), Duration.ofSeconds(10), () -> NOW);
  }

  private static Reached.Step failure(Reached reached) {
    return reached.failure().orElseThrow(() -> new AssertionError(reached.toString()));
  }

  private static URI local(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Map<String, String> trusting(String variable) {
    return Map.of(variable, authority.certificate().toString());
  }

  private static Map<String, String> through(TestServer proxy, Map<String, String> more) {
    var all = new HashMap<>(more);
    all.put("https_proxy", "http://me:hidden@127.0.0.1:" + proxy.port());
    return all;
  }

  @Test
  void aNameThatLeadsNowhere() {
    var failure = failure(probe(URI.create("https://bedrock.nowhere.invalid"), Map.of()));

    assertThat(failure.fault()).isEqualTo(Fault.NAME_UNKNOWN);
    assertThat(failure.why()).contains("`bedrock.nowhere.invalid`");
  }

  @Test
  void aClosedPort() throws IOException {
    var failure = failure(probe(local("http", closedPort()), Map.of()));

    assertThat(failure.fault()).isEqualTo(Fault.REFUSED);
    assertThat(failure.stage()).isEqualTo(Stage.CONNECT);
  }

  @Test
  void aHoleThatSwallowsEverything() throws IOException {
    try (var hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var reached =
          Reach.probe(
              local("https", hole.getLocalPort()),
              client(Map.of()),
              Duration.ofMillis(400),
              () -> NOW);

      assertThat(failure(reached).fault()).isEqualTo(Fault.ANSWER_LATE);
      assertThat(failure(reached).stage()).isEqualTo(Stage.TLS);
    }
  }

  @Test
  void aServerThatHangsUp() throws IOException {
    try (var server = TestServer.plain("")) {
      assertThat(failure(probe(local("http", server.port()), Map.of())).fault())
          .isEqualTo(Fault.CLOSED);
    }
  }

  @Test
  void somethingThatSpeaksNoHttp() throws IOException {
    try (var server = TestServer.plain("SSH-2.0-OpenSSH_9.6\r\n\r\n")) {
      assertThat(failure(probe(local("http", server.port()), Map.of())).fault())
          .isEqualTo(Fault.NOT_HTTP);
    }
  }

  @Test
  void aCertificateThatNobodyTrustsNamesItsIssuer() throws Exception {
    var context = authority.server("ip:127.0.0.1", "-1d", 30);
    try (var server = TestServer.secured(context, OURS + "\r\n")) {
      var reached = probe(local("https", server.port()), Map.of());

      assertThat(failure(reached).fault()).isEqualTo(Fault.UNTRUSTED);
      assertThat(failure(reached).why()).contains("CN=Example Corp Inspection");
      assertThat(reached.shown().orElseThrow().trustedBy()).isEmpty();
      assertThat(server.heads()).allMatch(String::isEmpty);
    }
  }

  @Test
  void whoTrustsItIsNamed() throws Exception {
    var context = authority.server("ip:127.0.0.1", "-1d", 30);
    try (var server = TestServer.secured(context, OURS + "\r\n")) {
      for (var variable :
          List.of("AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")) {
        var reached = probe(local("https", server.port()), trusting(variable));

        assertThat(reached.failure()).as(variable).isEmpty();
        assertThat(reached.shown().orElseThrow().trustedBy()).containsExactly(variable);
      }
    }
  }

  @Test
  void theProfileNamesWhomToTrustWhereNoVariableDoes() throws Exception {
    var config =
        Files.writeString(
            folder.resolve("config"),
            "[default]\n[profile inspected]\nca_bundle = " + authority.certificate() + "\n");
    var files = Map.of("AWS_CONFIG_FILE", config.toString());
    var context = authority.server("ip:127.0.0.1", "-1d", 30);
    try (var server = TestServer.secured(context, OURS + "\r\n")) {
      var address = local("https", server.port());
      var reached =
          Reach.probe(address, client(files), "inspected", Duration.ofSeconds(10), () -> NOW);

      assertThat(reached.failure()).isEmpty();
      assertThat(reached.shown().orElseThrow().trustedBy()).containsExactly("ca_bundle");
      assertThat(failure(probe(address, files)).fault()).isEqualTo(Fault.UNTRUSTED);
    }
    var both = new HashMap<>(files);
    both.put("AWS_CA_BUNDLE", "/nonexistent.pem");
    assertThat(TrustSources.of(client(both), "inspected").named())
        .extracting(TrustSource::name)
        .containsExactly("AWS_CA_BUNDLE");
  }

  @Test
  void anotherHostsCertificate() throws Exception {
    var context = authority.server("dns:login.example.com", "-1d", 30);
    try (var server = TestServer.secured(context, OURS + "\r\n")) {
      var failure = failure(probe(local("https", server.port()), trusting("AWS_CA_BUNDLE")));

      assertThat(failure.fault()).as(failure.why()).isEqualTo(Fault.WRONG_NAME);
      assertThat(failure.why()).contains("`127.0.0.1`");
    }
  }

  @Test
  void aCertificateWhoseTimeIsOver() throws Exception {
    var context = authority.server("ip:127.0.0.1", "-30d", 10);
    try (var server = TestServer.secured(context, OURS + "\r\n")) {
      var failure = failure(probe(local("https", server.port()), trusting("AWS_CA_BUNDLE")));

      assertThat(failure.fault()).as(failure.why()).isEqualTo(Fault.OUT_OF_TIME);
    }
  }

  @Test
  void aServerWithoutTls() throws IOException {
    try (var server = TestServer.plain("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(failure(probe(local("https", server.port()), Map.of())).fault())
          .isEqualTo(Fault.TLS_BROKEN);
    }
  }

  @Test
  void theClockIsMeasuredByTheMiddleOfTheRoundTrip() throws IOException {
    var date = "Date: Fri, 20 Nov 2026 11:50:00 GMT\r\n";
    try (var server = TestServer.plain(OURS + date + "\r\n")) {
      var clock = probe(local("http", server.port()), Map.of()).clock();

      assertThat(clock).isNotNull();
      assertThat(clock.ahead()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
      assertThat(clock.within()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
  }

  @Test
  void aProxyIsGivenItsPasswordAndNobodyElseIs() throws Exception {
    var context = authority.server("dns:" + AWS.getHost(), "-1d", 30);
    try (var proxy = TestServer.proxy(CONNECTED, List.of(context), OURS + "\r\n")) {
      var reached = probe(AWS, through(proxy, trusting("NODE_EXTRA_CA_CERTS")));

      assertThat(reached.failure()).as(reached.toString()).isEmpty();
      assertThat(proxy.heads().getFirst())
          .startsWith("CONNECT bedrock-runtime.us-east-1.amazonaws.com:443 HTTP/1.1")
          .contains("Proxy-Authorization: Basic bWU6aGlkZGVu");
      assertThat(proxy.heads().get(1)).doesNotContain("Authorization");
      assertThat(reached.toString()).doesNotContain("hidden").doesNotContain("bWU6aGlkZGVu");
      assertThat(reached.proxy()).isEqualTo("http://127.0.0.1:" + proxy.port());
    }
  }

  @Test
  void aProxyThatOpensTlsIsNamed() throws Exception {
    var context = authority.server("dns:" + AWS.getHost(), "-1d", 30);
    try (var proxy = TestServer.proxy(CONNECTED, List.of(context), OURS + "\r\n")) {
      var failure = failure(probe(AWS, through(proxy, Map.of())));

      assertThat(failure.fault()).isEqualTo(Fault.UNTRUSTED);
      assertThat(failure.why()).contains("O=Example Corp");
    }
  }

  @Test
  void aProxyThatWantsAPassword() throws IOException {
    var answer = "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n";
    try (var proxy = TestServer.proxy(answer, List.of(), "")) {
      var bare = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());

      assertThat(failure(probe(AWS, bare)).fault()).isEqualTo(Fault.PROXY_WANTS_PASSWORD);
      assertThat(failure(probe(AWS, bare)).why()).contains("its address has none");
      assertThat(failure(probe(AWS, through(proxy, Map.of()))).why()).contains("does not accept");
    }
  }

  @Test
  void aProxyThatForbidsTheHost() throws IOException {
    try (var proxy = TestServer.proxy("HTTP/1.1 403 Forbidden\r\n\r\n", List.of(), "")) {
      var failure = failure(probe(AWS, through(proxy, Map.of())));

      assertThat(failure.fault()).isEqualTo(Fault.PROXY_REFUSES);
      assertThat(failure.why()).contains("HTTP/1.1 403 Forbidden");
    }
  }

  @Test
  void aProxyThatIsNotThere() throws IOException {
    var gone = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + closedPort());

    assertThat(failure(probe(AWS, gone)).fault()).isEqualTo(Fault.PROXY_UNREACHABLE);
  }

  @Test
  void aPortalAnswersInAwssPlace() throws Exception {
    var context = authority.server("dns:" + AWS.getHost(), "-1d", 30);
    var portal = "HTTP/1.1 302 Found\r\nLocation: https://portal.example.com/login\r\n\r\n";
    try (var proxy = TestServer.proxy(CONNECTED, List.of(context), portal)) {
      var failure = failure(probe(AWS, through(proxy, trusting("AWS_CA_BUNDLE"))));

      assertThat(failure.fault()).isEqualTo(Fault.NOT_AWS);
      assertThat(failure.why()).contains("`https://portal.example.com/login`");
    }
  }

  @Test
  void aBundleThatIsNotThereIsToldFromOneThatIsNoBundle()
      throws IOException, GeneralSecurityException {
    var text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
    var client =
        client(Map.of("AWS_CA_BUNDLE", "/nonexistent.pem", "SSL_CERT_FILE", text.toString()));
    var problems = TrustSources.of(client, "").named().stream().map(TrustSource::problem).toList();

    assertThat(problems.getFirst()).isEqualTo("the file does not exist");
    assertThat(problems.getLast()).isNotEmpty();
  }
}
