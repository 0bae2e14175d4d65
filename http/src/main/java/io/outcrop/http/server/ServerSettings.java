package io.outcrop.http.server;

import java.net.InetAddress;
import java.time.Duration;

/// How a server listens.
///
/// @param host the address that it listens on; any other than the loopback address is a choice that
///   somebody has to make
/// @param port 0 for any free one
/// @param maxBodyBytes a longer request body is answered with 413
/// @param patience how long a connection may take to bring its next whole request, and how long a
///   client may stop reading its answer; then the connection is closed
/// @param tls whether clients may speak TLS, on the same port
/// @param proxy what is served to clients that take it for a proxy
public record ServerSettings(
    InetAddress host, int port, int maxBodyBytes, Duration patience, Tls tls, Proxy proxy) {
  public ServerSettings {
    if (port < 0 || port > 65_535 || maxBodyBytes < 0 || !patience.isPositive()) {
      throw new IllegalArgumentException("port " + port + ", " + maxBodyBytes + ", " + patience);
    }
  }

  /// The loopback address, 25 MiB a body and two minutes' patience, clear text, no proxy.
  public static ServerSettings onPort(int port) {
    return new ServerSettings(
        InetAddress.getLoopbackAddress(),
        port,
        25 * 1024 * 1024,
        Duration.ofMinutes(2),
        new Tls.Off(),
        Proxy.none());
  }

  /// On that address.
  public ServerSettings onHost(InetAddress address) {
    return new ServerSettings(address, port, maxBodyBytes, patience, tls, proxy);
  }

  /// With these limits.
  public ServerSettings within(int bodyBytes, Duration wait) {
    return new ServerSettings(host, port, bodyBytes, wait, tls, proxy);
  }

  /// With or without TLS.
  public ServerSettings with(Tls other) {
    return new ServerSettings(host, port, maxBodyBytes, patience, other, proxy);
  }

  /// As this proxy.
  public ServerSettings with(Proxy other) {
    return new ServerSettings(host, port, maxBodyBytes, patience, tls, other);
  }
}
