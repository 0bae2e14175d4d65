package io.outcrop.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The port that a server was to listen on is in use, or may not be used.
public final class PortTakenException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;
  private final int port;

  PortTakenException(int port, IOException cause) {
    super("port `" + port + "` of 127.0.0.1 cannot be listened on: it is taken", cause);
    this.port = port;
  }

  /// The port.
  public int port() {
    return port;
  }
}
