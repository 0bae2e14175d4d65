package io.outcrop.cloud.reach;

import io.outcrop.cloud.reach.HttpHead.Head;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Connects to the first of a host's addresses that answers, and through a proxy if there is one.
final class Dialing {
  private static final int HIGHEST_PORT = 65535;

  private final Way way;
  private final Patience patience;
  private final List<String> deaf = new ArrayList<>();

  Dialing(Way way, Patience patience) {
    this.way = way;
    this.patience = patience;
  }

  /// The addresses of the next machine on the way.
  List<InetAddress> resolve() throws IOException {
    var host = Way.host(way.next());
    try {
      return Arrays.asList(InetAddress.getAllByName(host));
    } catch (UnknownHostException _) {
      throw way.proxy().isPresent()
          ? new StoppedException(
              Fault.PROXY_UNREACHABLE, "the proxy's name `" + host + "` cannot be resolved")
          : new StoppedException(Fault.NAME_UNKNOWN, "the name `" + host + "` cannot be resolved");
    }
  }

  /// A connection to one of `addresses`.
  Socket connect(List<InetAddress> addresses) throws IOException {
    var port = Way.port(way.next());
    if (port > HIGHEST_PORT) {
      throw stopped(
          new ConnectException(
              "there is no port %d, the highest is %d".formatted(port, HIGHEST_PORT)));
    }
    IOException last = new UnknownHostException("no address");
    for (var i = 0; i < addresses.size(); i++) {
      var socket = new Socket();
      try {
        var target = new InetSocketAddress(addresses.get(i), port);
        socket.connect(target, patience.millis(addresses.size() - i));
        socket.setSoTimeout(patience.millis(1));
        return socket;
      } catch (IOException failed) {
        socket.close();
        deaf.add(addresses.get(i).getHostAddress() + ": " + failed.getMessage());
        last = failed;
      }
    }
    throw stopped(last);
  }

  /// What other clients may stumble over although a connection stands.
  List<String> hints(List<InetAddress> addresses) {
    var hints = new ArrayList<String>();
    if (!deaf.isEmpty()) {
      hints.add(
          "of the addresses of `%s` %s not answer: a client that tries them first waits"
              .formatted(
                  Way.host(way.next()),
                  String.join("; ", deaf) + (deaf.size() == 1 ? " does" : " do")));
    }
    if (addresses.stream().allMatch(Inet6Address.class::isInstance)) {
      hints.add(
          "`%s` has IPv6 addresses alone: a client that prefers IPv4 does not find it"
              .formatted(Way.host(way.next())));
    }
    return hints;
  }

  /// Has the proxy connect to the host.
  void tunnel(Socket socket) throws IOException {
    var target = way.host() + ":" + way.port();
    var head =
        Head.ask(
            socket,
            "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + authority() + "\r\n");
    if (head.status() == 407) {
      throw new StoppedException(
          Fault.PROXY_WANTS_PASSWORD,
          way.proxy().map(URI::getUserInfo).filter(info -> !info.isEmpty()).isPresent()
              ? "the proxy answered 407: it does not accept the user and password in its address"
              : "the proxy answered 407: it wants a user and a password, and its address has none");
    }
    if (head.status() / 100 != 2) {
      throw new StoppedException(
          Fault.PROXY_REFUSES, "the proxy answered `" + head.first() + "` to CONNECT " + target);
    }
  }

  private String authority() {
    return way.proxy()
        .map(URI::getUserInfo)
        .map(info ->
            "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8))
                + "\r\n")
        .orElse("");
  }

  private StoppedException stopped(IOException last) {
    if (way.proxy().isPresent()) {
      return new StoppedException(
          Fault.PROXY_UNREACHABLE, "no connection to the proxy: " + last.getMessage());
    }
    return last instanceof SocketTimeoutException
        ? new StoppedException(Fault.CONNECT_LATE, "no connection in time")
        : new StoppedException(Fault.REFUSED, "no connection: " + last.getMessage());
  }
}
