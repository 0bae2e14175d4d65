package io.outcrop.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on this machine that gives recorded answers in order, whatever is asked, and keeps what
/// it was asked.
final class RecordedAws implements AutoCloseable {
  static final Credentials KEYS =
      new Credentials.Keys(
          new AccessKeyId("AKIAIOSFODNN7EXAMPLE"),
          Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          Secret.of(""));

  private static final Map<String, String> JSON =
      Map.of(
          "x-amzn-requestid", "11111111-2222-3333-4444-555555555555",
          "content-type", "application/json");

  /// Stands in an answer for what proved identity in the request.
  static final String SENT = "{sent}";

  /// What was asked.
  record Asked(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /// @param operation what it answers; empty for whatever is asked
  private record Recorded(String operation, int status, Map<String, String> headers, String body) {
    private boolean answers(Asked asked) {
      return operation.isEmpty() || asked.header("X-amz-target").endsWith("." + operation);
    }
  }

  private final HttpServer server;
  private final List<Recorded> answers = new ArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  RecordedAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  RecordedAws json(int status, String type, String body) {
    return add(
        status,
        Map.of(
            "x-amzn-requestid", "11111111-2222-3333-4444-555555555555",
            "x-amzn-errortype", type,
            "content-type", "application/json"),
        body);
  }

  RecordedAws json(String body) {
    return json(200, "", body);
  }

  RecordedAws xml(int status, String body) {
    return add(
        status,
        Map.of(
            "x-amzn-requestid", "11111111-2222-3333-4444-555555555555",
            "content-type", "text/xml"),
        body);
  }

  /// An answer to the JSON operation `operation` alone, whenever it is asked.
  RecordedAws jsonTo(String operation, int status, String body) {
    return add(new Recorded(operation, status, JSON, body));
  }

  RecordedAws add(int status, Map<String, String> headers, String body) {
    return add(new Recorded("", status, headers, body));
  }

  private RecordedAws add(Recorded recorded) {
    synchronized (answers) {
      answers.add(recorded);
    }
    return this;
  }

  private Recorded next(Asked request) {
    synchronized (answers) {
      var found = answers.stream().filter(one -> one.answers(request)).findFirst().orElseThrow();
      answers.remove(found);
      return found;
    }
  }

  List<Asked> asked() {
    return asked;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  AwsAccount open(Credentials credentials) {
    return open(client(Path.of("/nonexistent")), credentials);
  }

  AwsAccount open(ClientSide client, Credentials credentials) {
    return account(client, credentials, endpoint(), Duration.ofSeconds(20));
  }

  static AwsAccount account(
      ClientSide client, Credentials credentials, URI endpoint, Duration timeout) {
    return AwsAccount.open(new Connection(client, credentials, "eu-central-1", endpoint, timeout));
  }

  static ClientSide client(Path home) {
    return new ClientSide(Map.of(), home, home, Duration.ZERO, true);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              Map.copyOf(exchange.getRequestHeaders()),
              body);
      asked.add(request);
      var answer = next(request);
      answer
          .headers()
          .forEach((name, value) -> {
            if (!value.isEmpty()) {
              exchange.getResponseHeaders().set(name, value);
            }
          });
      var bytes = answer.body().replace(SENT, sent(request)).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// As gateways put the request that they refuse into their page.
  private static String sent(Asked request) {
    return String.join(
        " ",
        request.header("Authorization"),
        request.header("X-amz-security-token").replace("/", "\\\\/"),
        request.body().replace("&", " "));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
