package io.outcrop.http.server;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a server does when it is used as a proxy (`CONNECT`, or a target that is a whole URL).
/// Nothing is ever passed on: hosts that it serves are answered here, whatever their port; all
/// others are refused with 403.
///
/// @param serves whether the server itself answers for a host, given in lower case; it always does
///   for its own address
/// @param blocked told each host that a client wanted and that is not served; called on a thread
///   that must not wait
public record Proxy(Predicate<String> serves, Consumer<String> blocked) {
  /// Serves no other host and tells nobody.
  public static Proxy none() {
    return new Proxy(_ -> false, _ -> {});
  }
}
