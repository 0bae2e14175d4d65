package io.outcrop.cloud.reach;

import io.outcrop.cloud.answer.Answer.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// One probe. What it has seen so far can be read while it hangs.
final class ReachProbe {
  private static final int MOST_HEAD_BYTES = 16 * 1024;

  private final URI address;
  private final Optional<URI> proxy;
  private final Duration clockOffset;
  private final Duration deadline;
  private final InstantSource clock;
  private final long startNanos = System.nanoTime();
  private final List<Reached.Step> steps = new CopyOnWriteArrayList<>();
  private volatile Stage current = Stage.RESOLVE;
  private volatile long currentNanos = startNanos;
  private volatile @Nullable Duration clockAhead;

  ReachProbe(
      URI address,
      Optional<URI> proxy,
      Duration clockOffset,
      Duration deadline,
      InstantSource clock) {
    this.address = address;
    this.proxy = proxy;
    this.clockOffset = clockOffset;
    this.deadline = deadline;
    this.clock = clock;
  }

  Reached run() {
    try (var plain = new Socket()) {
      connect(plain);
      if (isTls()) {
        begin(Stage.TLS);
        try (var tls = tls(plain)) {
          tls.startHandshake();
          done(tls.getSession().getProtocol());
          ask(tls);
        }
      } else {
        ask(plain);
      }
    } catch (IOException failed) {
      fail(words(failed));
    }
    return result();
  }

  /// What is known when nobody waits any longer.
  Reached brokenOff(String why) {
    fail(why);
    return result();
  }

  private void connect(Socket socket) throws IOException {
    var next = proxy.orElse(address);
    begin(proxy.isPresent() ? Stage.PROXY : Stage.RESOLVE);
    var resolved = InetAddress.getByName(host(next));
    if (proxy.isEmpty()) {
      done(resolved.getHostAddress());
      begin(Stage.CONNECT);
    }
    socket.connect(new InetSocketAddress(resolved, port(next)), leftMillis());
    socket.setSoTimeout(leftMillis());
    if (proxy.isPresent() && isTls()) {
      tunnel(socket);
    }
    done(socket.getInetAddress().getHostAddress() + " port " + socket.getPort());
  }

  private void tunnel(Socket socket) throws IOException {
    var target = host(address) + ":" + port(address);
    send(socket, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
    var head = head(socket.getInputStream());
    var status = head.lines().findFirst().orElse("");
    if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
      throw new IOException("the proxy answered `" + status + "`");
    }
  }

  private SSLSocket tls(Socket plain) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var tls = (SSLSocket) factory.createSocket(plain, host(address), port(address), true);
    var parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.setSoTimeout(leftMillis());
    return tls;
  }

  private void ask(Socket socket) throws IOException {
    begin(Stage.ANSWER);
    var path = proxy.isPresent() && !isTls() ? address.resolve("/").toString() : "/";
    send(
        socket,
        "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: outcrop\r\nConnection: close\r\n\r\n"
            .formatted(path, address.getAuthority()));
    var head = head(socket.getInputStream());
    var local = clock.instant().plus(clockOffset);
    var status = head.lines().findFirst().orElse("");
    if (!status.startsWith("HTTP/")) {
      throw new IOException("the answer is not HTTP");
    }
    clockAhead = date(head).map(theirs -> Duration.between(theirs, local)).orElse(null);
    done(status);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String head(InputStream stream) throws IOException {
    // one byte at a time, so that nothing behind a tunnel's head is read
    var head = new ByteArrayOutputStream();
    var ends = 0;
    while (ends < 2 && head.size() < MOST_HEAD_BYTES) {
      var next = stream.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    if (head.size() == 0) {
      throw new IOException("the connection was closed without an answer");
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static Optional<Instant> date(String head) {
    try {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("date:"))
          .findFirst()
          .map(line ->
              ZonedDateTime.parse(
                      line.substring("date:".length()).strip(),
                      DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private synchronized void begin(Stage stage) {
    current = stage;
    currentNanos = System.nanoTime();
  }

  private synchronized void done(String why) {
    add(true, why);
  }

  private synchronized void fail(String why) {
    add(false, why);
  }

  private void add(boolean ok, String why) {
    if (steps.stream().noneMatch(step -> !step.ok())) {
      steps.add(new Reached.Step(current, ok, since(currentNanos), why));
    }
  }

  private Reached result() {
    return new Reached(
        address.getAuthority(),
        List.copyOf(steps),
        since(startNanos),
        clockAhead,
        proxy
            .map(found -> found.getScheme() + "://" + found.getHost() + ":" + port(found))
            .orElse(""));
  }

  private int leftMillis() throws IOException {
    var left = deadline.minus(since(startNanos)).toMillis();
    if (left <= 0) {
      throw new IOException("no answer in time");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private boolean isTls() {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static String host(URI uri) {
    var host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("`" + uri + "` names no host");
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static String words(IOException failed) {
    var message = failed.getMessage() == null ? "" : failed.getMessage();
    return failed instanceof UnknownHostException
        ? "the name cannot be resolved: " + message
        : message.isEmpty() ? failed.getClass().getSimpleName() : message;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
