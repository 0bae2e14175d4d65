package io.outcrop.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A bad road to a sandbox: it carries every call, but what it does to those that change something
/// is decided by the test, one attempt after the other.
final class Road implements AutoCloseable {
  private static final Pattern WRITE =
      Pattern.compile(
          "(?s)^(PUT|POST|DELETE) (/use-case-for-model-access|/create-foundation-model-agreement"
              + "|/delete-foundation-model-agreement|/enableRegion|/disableRegion).*"
              + "|.*[\\n&]Action=(Put|Delete|Attach|Detach|Create|Set|Update)[A-Z].*"
              + "|(?i:.*x-amz-target: [a-z0-9_]+\\.request.*)");

  /// What becomes of one attempt to change something.
  enum Fate {
    /// It goes through.
    PASS,
    /// It never arrives.
    LOST,
    /// It arrives and is done, and its answer is lost.
    DONE_BUT_LOST,
    /// It is throttled on the way.
    THROTTLED,
    /// It arrives and is done, and something on the way answers that it was not.
    DONE_BUT_FAILED
  }

  private final ServerSocket server;
  private final URI there;
  private final Queue<Fate> fates = new ArrayDeque<>();
  private final AtomicInteger writes = new AtomicInteger();
  private int before;

  Road(URI there) {
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    this.there = there;
    Thread.ofVirtual().name("road").start(this::accept);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// After `passing` attempts that go through, the next ones come to these fates.
  synchronized void plan(int passing, List<Fate> next) {
    before = passing;
    fates.clear();
    fates.addAll(next);
    writes.set(0);
  }

  /// How many attempts arrived since [#plan].
  int writes() {
    return writes.get();
  }

  private synchronized Fate fate() {
    writes.incrementAndGet();
    if (before-- > 0 || fates.isEmpty()) {
      return Fate.PASS;
    }
    return fates.remove();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> carry(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void carry(Socket client) {
    try (client) {
      var request = request(client.getInputStream());
      var text = new String(request, StandardCharsets.ISO_8859_1);
      var fate = WRITE.matcher(text).matches() ? fate() : Fate.PASS;
      switch (fate) {
        case PASS -> client.getOutputStream().write(forward(text));
        case LOST -> {}
        case DONE_BUT_LOST -> forward(text);
        case THROTTLED -> client.getOutputStream().write(error(400, "Throttling"));
        case DONE_BUT_FAILED -> {
          forward(text);
          client.getOutputStream().write(error(503, "ServiceUnavailable"));
        }
      }
    } catch (IOException _) {
      // the client went away
    }
  }

  private byte[] forward(String request) throws IOException {
    var head = request.indexOf("\r\n\r\n");
    var closing =
        request.substring(0, head).replaceAll("(?i)\r\nconnection:[^\r]*", "")
            + "\r\nConnection: close"
            + request.substring(head);
    try (var upstream = new Socket(there.getHost(), there.getPort())) {
      upstream.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
      upstream.getOutputStream().flush();
      return upstream.getInputStream().readAllBytes();
    }
  }

  private static byte[] error(int status, String code) {
    var body =
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>on the road</Message></Error><RequestId>r</RequestId></ErrorResponse>"
            .formatted(code);
    return "HTTP/1.1 %d No\r\nContent-Type: text/xml\r\nx-amzn-ErrorType: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, code, body.length(), body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] request(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var head = "";
    while (!head.endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("the client went away");
      }
      bytes.write(next);
      head = next == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
    }
    var length =
        Pattern.compile("\r\ncontent-length: *(\\d+)").matcher(head.toLowerCase(Locale.ROOT));
    if (length.find()) {
      bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
    } else if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
      while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n0\r\n\r\n")) {
        bytes.write(in.read());
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
