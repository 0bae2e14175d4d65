package io.outcrop.sandbox.wire;

import io.outcrop.http.HttpServer;
import io.outcrop.http.ServerSettings;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.signature.SignatureVerifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;

/// A loopback port at which unmodified AWS clients find STS, IAM, Bedrock, Organizations, Account
/// Management and Service Quotas. Closing it leaves no thread and no socket.
public final class SandboxServer implements AutoCloseable {
  private final HttpServer server;

  private SandboxServer(HttpServer server) {
    this.server = server;
  }

  /// Starts to listen.
  ///
  /// @param port 0 for any free one
  /// @param keys who knows the keys' secrets
  /// @param services answers calls whose signature holds and whose input is well formed; called on
  ///   many threads at once
  /// @param realClock the machine's own time, by which clients sign
  /// @throws io.outcrop.http.PortTakenException if the port is in use
  public static SandboxServer start(
      int port, Keys keys, Function<Call, Reply> services, InstantSource realClock) {
    var handler = new CallHandler(new SignatureVerifier(keys, realClock), services, realClock);
    return new SandboxServer(HttpServer.start(ServerSettings.onPort(port), handler));
  }

  /// `http://127.0.0.1:PORT`.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
