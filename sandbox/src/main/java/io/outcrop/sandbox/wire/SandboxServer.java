package io.outcrop.sandbox.wire;

import io.outcrop.http.Handler;
import io.outcrop.http.server.HttpServer;
import io.outcrop.http.server.Proxy;
import io.outcrop.http.server.ServerSettings;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.signature.SignatureVerifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A port at which unmodified AWS clients find the services of the sandbox: as an endpoint, in
/// clear text or over TLS, or as a proxy, by AWS's own host names. Closing it leaves no thread and
/// no socket.
public final class SandboxServer implements AutoCloseable {
  private final HttpServer server;

  private SandboxServer(HttpServer server) {
    this.server = server;
  }

  /// Starts to listen.
  ///
  /// @param settings how; its proxy serves AWS's hosts whatever else it says
  /// @param keys who knows the keys' secrets
  /// @param services answers calls whose signature holds and whose input is well formed; called on
  ///   many threads at once
  /// @param realClock the machine's own time, by which clients sign
  /// @throws io.outcrop.http.server.PortTakenException if the port is in use
  public static SandboxServer start(
      ServerSettings settings, Keys keys, Function<Call, Reply> services, InstantSource realClock) {
    return start(settings, keys, services, realClock, aws -> aws);
  }

  /// Starts to listen with a handler before the one that answers for AWS.
  ///
  /// @param door makes that handler of the other one
  /// @throws io.outcrop.http.server.PortTakenException if the port is in use
  public static SandboxServer start(
      ServerSettings settings,
      Keys keys,
      Function<Call, Reply> services,
      InstantSource realClock,
      UnaryOperator<Handler> door) {
    var handler = new CallHandler(new SignatureVerifier(keys, realClock), services, realClock);
    var proxy = new Proxy(AwsHosts::serve, settings.proxy().blocked());
    return new SandboxServer(HttpServer.start(settings.with(proxy), door.apply(handler)));
  }

  /// `http://127.0.0.1:PORT`, or the address that it was told to listen on; where that is every
  /// address, the loopback one.
  public URI endpoint() {
    return at("http");
  }

  /// The same over TLS.
  public URI secureEndpoint() {
    return at("https");
  }

  private URI at(String scheme) {
    var address = server.address().getAddress();
    var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    var written = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + written + ":" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
