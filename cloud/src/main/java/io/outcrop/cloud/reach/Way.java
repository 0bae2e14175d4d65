package io.outcrop.cloud.reach;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Proxies;
import java.net.URI;
import java.util.Optional;

/// Where a connection leads, and by which proxy.
record Way(URI address, Optional<URI> proxy) {
  static Way of(URI address, ClientSide client) {
    return new Way(address, Proxies.forCall(client, address));
  }

  boolean isTls() {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  /// Whether one of AWS's own hosts is meant, so that nobody else may answer. Source: AWS General
  /// Reference, "AWS service endpoints", read 2026-11.
  boolean isAws() {
    var host = host();
    return host.endsWith(".amazonaws.com")
        || host.endsWith(".amazonaws.com.cn")
        || host.endsWith(".api.aws")
        || host.endsWith(".amazonaws.eu");
  }

  String host() {
    return host(address);
  }

  int port() {
    return port(address);
  }

  /// The first machine on the way: the proxy if there is one.
  URI next() {
    return proxy.orElse(address);
  }

  /// The proxy without user and password; empty if there is none.
  String proxyName() {
    return proxy
        .map(found -> found.getScheme() + "://" + found.getHost() + ":" + port(found))
        .orElse("");
  }

  static String host(URI uri) {
    var host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("`" + uri + "` names no host");
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
