package io.outcrop.http.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/// Sends requests over HTTP/1.1 and follows no redirect. Blocking; safe for many threads.
public final class Caller implements AutoCloseable {
  private final HttpClient client;
  private final Duration patience;

  /// A caller that waits so long for a connection, and `patience` for the head of an answer.
  public Caller(Duration connect, Duration patience) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.patience = patience;
  }

  /// Posts `body` to `to`. An interrupted wait is no answer; the flag stays set.
  public Outcome post(URI to, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      return new Outcome.Answered(response.statusCode(), response.body());
    } catch (HttpTimeoutException _) {
      return new Outcome.Unreachable("`" + to.getHost() + "` did not answer in time");
    } catch (IOException lost) {
      return new Outcome.Unreachable("`" + to.getHost() + "` cannot be reached: " + said(lost));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Unreachable("the call was interrupted");
    }
  }

  private static String said(IOException lost) {
    var message = lost.getMessage();
    return message == null ? "no connection" : message;
  }

  @Override
  public void close() {
    client.close();
  }
}
