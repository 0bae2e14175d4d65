package io.outcrop.cloud.reach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The heads of HTTP answers.
final class HttpHead {
  private static final int MOST_BYTES = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");

  private HttpHead() {}

  /// The head of one answer.
  record Head(String text) {
    /// Sends `request` and reads the head of what comes back.
    static Head ask(Socket socket, String request) throws IOException {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      var head = new Head(read(socket.getInputStream()));
      if (head.status() == 0) {
        throw new StoppedException(Fault.NOT_HTTP, "the answer is not HTTP");
      }
      return head;
    }

    String first() {
      return text.lines().findFirst().orElse("");
    }

    /// The status; 0 if this is no HTTP.
    int status() {
      var matcher = STATUS.matcher(first());
      return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    Optional<String> header(String name) {
      var start = name + ":";
      return text.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }

    /// Whether AWS's own hosts answer so: with the id of the request, whatever they think of it.
    boolean isAws() {
      return header("x-amzn-requestid").isPresent()
          || header("x-amz-request-id").isPresent()
          || header("request-id").isPresent();
    }

    Optional<Instant> date() {
      try {
        return header("date")
            .map(date ->
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }
  }

  private static String read(InputStream stream) throws IOException {
    // one byte at a time, so that nothing behind a tunnel's head is read
    var head = new ByteArrayOutputStream();
    var ends = 0;
    while (ends < 2 && head.size() < MOST_BYTES) {
      var next = stream.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    if (head.size() == 0) {
      throw new StoppedException(Fault.CLOSED, "the connection was closed without an answer");
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }
}
