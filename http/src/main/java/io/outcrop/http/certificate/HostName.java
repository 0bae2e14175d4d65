package io.outcrop.http.certificate;

import java.net.InetAddress;
import java.util.Locale;

/// A name by which a server is called, as certificates know it.
sealed interface HostName {
  /// `bedrock.us-east-1.amazonaws.com`, in lower case.
  record Dns(String name) implements HostName {}

  /// `127.0.0.1`, `::1`.
  record Address(InetAddress address) implements HostName {}

  /// Reads a name or an address; nothing is looked up.
  static HostName of(String text) {
    try {
      return new Address(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return new Dns(text.toLowerCase(Locale.ROOT));
    }
  }
}
