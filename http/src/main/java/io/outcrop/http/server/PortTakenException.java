package io.outcrop.http.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/// The port that a server was to listen on is in use, or may not be used.
public final class PortTakenException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;
  private final int port;

  PortTakenException(InetAddress host, int port, IOException cause) {
    super(
        "port `%d` of %s cannot be listened on: it is taken".formatted(port, host.getHostAddress()),
        cause);
    this.port = port;
  }

  /// The port.
  public int port() {
    return port;
  }
}
