package io.outcrop.http.server;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a request of HTTP/1.1 is to go, by the form of its target (RFC 9112, section 3.2).
sealed interface Destination {
  /// To this server.
  ///
  /// @param target path and query
  /// @param authority the host that the target named; empty if it is only in the header
  record Here(String target, String authority) implements Destination {}

  /// To this server, through a tunnel in which the client calls it `host`.
  record Tunnel(String host) implements Destination {}

  /// To a host that this server does not stand for.
  record Elsewhere(String host) implements Destination {}

  /// Nobody can tell.
  record Unclear() implements Destination {}

  /// Reads the target of `request`.
  ///
  /// @param own the address that the client is connected to
  static Destination of(HttpRequest request, Proxy proxy, InetSocketAddress own) {
    if (request.method().equals(HttpMethod.CONNECT)) {
      return Host.parse(request.uri(), Host.NO_PORT)
          .map(host -> host.isServed(proxy, own) ? new Tunnel(host.name()) : host.elsewhere())
          .orElseGet(Unclear::new);
    }
    return request.uri().startsWith("/")
        ? new Here(request.uri(), "")
        : of(request.uri(), proxy, own);
  }

  private static Destination of(String target, Proxy proxy, InetSocketAddress own) {
    var absolute = Host.ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      return new Here(target, "");
    }
    var rest = absolute.group(3).startsWith("/") ? absolute.group(3) : "/" + absolute.group(3);
    var usual = absolute.group(1).equalsIgnoreCase("https") ? Host.HTTPS : Host.HTTP;
    return Host.parse(absolute.group(2), usual)
        .map(host ->
            host.isServed(proxy, own) ? new Here(rest, absolute.group(2)) : host.elsewhere())
        .orElseGet(Unclear::new);
  }

  /// A host as a target names it.
  ///
  /// @param port -1 if none was said and there is no usual one
  record Host(String name, int port) {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)");
    private static final Pattern AUTHORITY =
        Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:@/\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int NO_PORT = -1;

    private static Optional<Host> parse(String authority, int usualPort) {
      var matcher = AUTHORITY.matcher(authority);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var port = matcher.group(2) == null ? usualPort : Integer.parseInt(matcher.group(2));
      var name = matcher.group(1).toLowerCase(Locale.ROOT);
      var dotted = name.length() > 1 && name.endsWith(".");
      return Optional.of(new Host(dotted ? name.substring(0, name.length() - 1) : name, port));
    }

    private Destination elsewhere() {
      return new Elsewhere(name);
    }

    private boolean isServed(Proxy proxy, InetSocketAddress own) {
      return isOwn(own) || proxy.serves().test(name);
    }

    private boolean isOwn(InetSocketAddress own) {
      var address = own.getAddress();
      var bare = name.replaceAll("[\\[\\]]", "");
      return port == own.getPort()
          && (bare.equals(address.getHostAddress())
              || (address.isLoopbackAddress() && bare.equals("localhost")));
    }
  }
}
