package io.outcrop.http.certificate;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The names that the authority may vouch for: this machine, private networks, names that nobody
/// can own (`test`, RFC 6761; `internal`, ICANN 2024; `outcrop`), and AWS's endpoints. It is
/// written into the authority's certificate (RFC 5280, section 4.2.1.10), so that whoever trusts
/// it, and whoever steals its key, gets no more than that.
final class Reach {
  /// A name and everything under it.
  private static final List<String> DOMAINS =
      List.of(
          "localhost",
          "internal",
          "test",
          "outcrop",
          "amazonaws.com",
          "amazonaws.com.cn",
          "amazonaws.eu",
          "api.aws",
          "api.amazonwebservices.com.cn");

  private static final List<Network> NETWORKS =
      List.of(
          new Network("127.0.0.0", 8),
          new Network("10.0.0.0", 8),
          new Network("172.16.0.0", 12),
          new Network("192.168.0.0", 16),
          new Network("169.254.0.0", 16),
          new Network("::1", 128),
          new Network("fc00::", 7),
          new Network("fe80::", 10));

  private Reach() {}

  static boolean includes(HostName host) {
    return switch (host) {
      case HostName.Dns(String name) ->
          DOMAINS.stream().anyMatch(base -> name.equals(base) || name.endsWith("." + base));
      case HostName.Address(InetAddress address) ->
          NETWORKS.stream().anyMatch(network -> network.holds(address.getAddress()));
    };
  }

  /// The value of the extension `nameConstraints`.
  static byte[] constraints() {
    var domains = DOMAINS.stream().map(base -> Der.sequence(SubjectNames.dns(base)));
    var networks = NETWORKS.stream().map(network -> Der.sequence(Der.plain(7, network.range())));
    return Der.sequence(Der.holding(0, Stream.concat(domains, networks).toArray(byte[][]::new)));
  }

  /// @param bits how many bits of the address are the network's
  private record Network(String first, int bits) {
    boolean holds(byte[] address) {
      var base = InetAddress.ofLiteral(first).getAddress();
      return base.length == address.length
          && Arrays.equals(masked(base, base.length), masked(address, base.length));
    }

    /// Address and mask.
    byte[] range() {
      var base = InetAddress.ofLiteral(first).getAddress();
      var range = Arrays.copyOf(base, 2 * base.length);
      for (var i = 0; i < base.length; i++) {
        range[base.length + i] = mask(i);
      }
      return range;
    }

    private byte[] masked(byte[] address, int length) {
      var result = new byte[length];
      for (var i = 0; i < length; i++) {
        result[i] = (byte) (address[i] & mask(i));
      }
      return result;
    }

    private byte mask(int index) {
      return (byte) (0xff00 >> Math.clamp(bits - 8L * index, 0, 8));
    }
  }
}
