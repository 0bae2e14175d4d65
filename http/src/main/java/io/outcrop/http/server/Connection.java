package io.outcrop.http.server;

import io.outcrop.http.channel.Patience;
import io.outcrop.http.channel.TlsDoor;
import org.jspecify.annotations.Nullable;

/// What is known of a connection before its first request.
///
/// @param exchanges who answers
/// @param settings how the server listens
/// @param tls deciphers; null if the server speaks clear text alone
/// @param patience how long it may waste our time
/// @param secure whether it has been deciphered
/// @param tunnelTo the host that it was connected to as through a proxy; empty without one
record Connection(
    Exchanges exchanges,
    ServerSettings settings,
    @Nullable TlsDoor tls,
    Patience patience,
    boolean secure,
    String tunnelTo) {
  static Connection of(Exchanges exchanges, ServerSettings settings, @Nullable TlsDoor tls) {
    return new Connection(exchanges, settings, tls, new Patience(settings.patience()), false, "");
  }

  Connection deciphered() {
    return new Connection(exchanges, settings, tls, patience, true, tunnelTo);
  }

  Connection through(String host) {
    return new Connection(exchanges, settings, tls, patience, false, host);
  }
}
