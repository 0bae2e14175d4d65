package io.outcrop.http.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that sends exactly what it is told.
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire to(HttpServer server) throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), server.port()));
  }

  Socket socket() {
    return socket;
  }

  /// Sends lines, each with its end.
  Wire send(String... lines) throws IOException {
    return write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /// One line without its end.
  String line() throws IOException {
    var line = new StringBuilder();
    for (var c = read(); c != '\n'; c = read()) {
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  /// Lines up to the next empty one.
  String head() throws IOException {
    var head = new StringBuilder();
    for (var line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  String exactly(int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
  }

  /// Everything up to the connection's end.
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private int read() throws IOException {
    var read = socket.getInputStream().read();
    if (read < 0) {
      throw new IOException("the connection has ended");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
