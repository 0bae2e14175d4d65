package io.outcrop.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// One plain request to a server of ours on this machine, past every proxy. For the few calls of a
/// command line, where starting in no time matters more than speed.
public final class LoopbackCall {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LoopbackCall() {}

  /// What came back.
  public record Answer(int status, String body) {}

  /// Makes the call.
  ///
  /// @param body sent if it is not empty
  /// @throws UncheckedIOException if nobody answers
  public static Answer make(String method, URI uri, Map<String, String> headers, String body) {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setRequestMethod(method);
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      headers.forEach(connection::setRequestProperty);
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", "application/json");
        try (var out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      return answer(connection);
    } catch (IOException lost) {
      throw new UncheckedIOException("`" + uri + "` does not answer", lost);
    }
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    var status = connection.getResponseCode();
    var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (stream == null) {
      return new Answer(status, "");
    }
    try (stream) {
      return new Answer(status, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
