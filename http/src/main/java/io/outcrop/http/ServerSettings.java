package io.outcrop.http;

import java.time.Duration;

/// How a server listens.
///
/// @param port of the loopback address; 0 for any free one
/// @param maxBodyBytes a longer request body is answered with 413
/// @param patience how long a connection may take to bring its next whole request, and how long a
///   client may stop reading its answer; then the connection is closed
public record ServerSettings(int port, int maxBodyBytes, Duration patience) {
  public ServerSettings {
    if (port < 0 || port > 65_535 || maxBodyBytes < 0 || !patience.isPositive()) {
      throw new IllegalArgumentException("port " + port + ", " + maxBodyBytes + ", " + patience);
    }
  }

  /// 25 MiB a body and two minutes' patience.
  public static ServerSettings onPort(int port) {
    return new ServerSettings(port, 25 * 1024 * 1024, Duration.ofMinutes(2));
  }
}
