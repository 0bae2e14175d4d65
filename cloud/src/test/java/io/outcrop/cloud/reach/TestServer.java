package io.outcrop.cloud.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A server on this machine that says one thing to whoever asks. As a proxy it answers CONNECT
/// itself, and then speaks TLS as if it were the host.
final class TestServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String tunnel;
  private final List<SSLContext> tls;
  private final String answer;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private TestServer(String tunnel, List<SSLContext> tls, String answer) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.tunnel = tunnel;
    this.tls = tls;
    this.answer = answer;
    Thread.ofVirtual().start(this::serve);
  }

  static TestServer plain(String answer) throws IOException {
    return new TestServer("", List.of(), answer);
  }

  static TestServer secured(SSLContext tls, String answer) throws IOException {
    return new TestServer("", List.of(tls), answer);
  }

  static TestServer proxy(String tunnel, List<SSLContext> tls, String answer) throws IOException {
    return new TestServer(tunnel, tls, answer);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// What was asked, each head whole.
  List<String> heads() {
    return heads;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      if (!tunnel.isEmpty()) {
        heads.add(head(caller.getInputStream()));
        say(caller, tunnel);
      }
      if (tls.isEmpty()) {
        if (tunnel.isEmpty()) {
          // whoever begins with TLS sends no head
          caller.setSoTimeout(200);
          heads.add(head(caller.getInputStream()));
          say(caller, answer);
        }
        return;
      }
      var factory = tls.getFirst().getSocketFactory();
      try (var secured = (SSLSocket) factory.createSocket(caller, caller.getInputStream(), true)) {
        heads.add(head(secured.getInputStream()));
        say(secured, answer);
      }
    } catch (IOException lost) {
      // the caller does not want it
    }
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    to.getOutputStream().flush();
  }

  private static String head(InputStream from) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var next = next(from);
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int next(InputStream from) throws IOException {
    try {
      return from.read();
    } catch (SocketTimeoutException _) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
