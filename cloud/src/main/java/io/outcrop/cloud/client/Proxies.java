package io.outcrop.cloud.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// The proxy that a client side's environment names. A sandbox's world has none.
public final class Proxies {
  private Proxies() {}

  /// The proxy for calls to `target`: `HTTPS_PROXY` or `HTTP_PROXY`, in either case, unless
  /// `NO_PROXY` names the host, a domain above it, or `*`.
  public static Optional<URI> forCall(ClientSide client, URI target) {
    var host = target.getHost();
    if (client.sandboxed() || host == null || isBypassed(client, host)) {
      return Optional.empty();
    }
    var name = "https".equalsIgnoreCase(target.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
    return Optional.of(variable(client, name))
        .filter(text -> !text.isEmpty())
        .flatMap(Proxies::uri);
  }

  private static Optional<URI> uri(String text) {
    try {
      var uri = URI.create(text.contains("://") ? text : "http://" + text);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isBypassed(ClientSide client, String host) {
    var wanted = host.toLowerCase(Locale.ROOT);
    for (var entry : variable(client, "NO_PROXY").toLowerCase(Locale.ROOT).split(",", -1)) {
      var name = entry.strip();
      var bare =
          name.startsWith("*.")
              ? name.substring(2)
              : name.startsWith(".") ? name.substring(1) : name;
      if (name.equals("*")
          || (!bare.isEmpty() && (wanted.equals(bare) || wanted.endsWith("." + bare)))) {
        return true;
      }
    }
    return false;
  }

  private static String variable(ClientSide client, String name) {
    var upper = client.environment().getOrDefault(name, "").strip();
    return upper.isEmpty()
        ? client.environment().getOrDefault(name.toLowerCase(Locale.ROOT), "").strip()
        : upper;
  }
}
