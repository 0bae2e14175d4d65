package io.outcrop.http.certificate;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Names as certificates write them.
final class SubjectNames {
  private SubjectNames() {}

  static byte[] dns(String name) {
    return Der.plain(2, name.getBytes(StandardCharsets.US_ASCII));
  }

  /// The value of the extension `subjectAltName`.
  static byte[] alternative(List<HostName> hosts) {
    return Der.sequence(hosts.stream().map(SubjectNames::general).toArray(byte[][]::new));
  }

  /// A distinguished name of one part, the common name.
  static byte[] common(String name) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(name))));
  }

  private static byte[] general(HostName host) {
    return switch (host) {
      case HostName.Dns(String name) -> dns(name);
      case HostName.Address(InetAddress address) -> Der.plain(7, address.getAddress());
    };
  }
}
