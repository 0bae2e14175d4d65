package io.outcrop.cloud.reach;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.regex.Pattern;

/// Whether this machine is on any network at all.
final class OwnNetwork {
  /// This machine itself, which is there without any network.
  private static final Pattern ITSELF = Pattern.compile("localhost|127\\..*|::1");

  private OwnNetwork() {}

  /// Whether a connection to `host` was stopped by `fault` only because there is no network here.
  static boolean explains(Fault fault, String host) {
    return switch (fault) {
      case NAME_UNKNOWN, REFUSED, CONNECT_LATE -> !ITSELF.matcher(host).matches() && !isThere();
      default -> false;
    };
  }

  private static boolean isThere() {
    try {
      for (var each : NetworkInterface.networkInterfaces().toList()) {
        if (each.isUp() && !each.isLoopback()) {
          return true;
        }
      }
      return false;
    } catch (SocketException _) {
      // what the JDK says where there is no interface at all
      return false;
    }
  }
}
