package io.outcrop.iam.condition;

import java.math.BigInteger;
import java.util.Optional;

/// A CIDR range of IPv4 or IPv6 addresses; a lone address is a range of one. Bits of the host part
/// may be set, and do not count.
///
/// @param bits how long addresses of its family are: 32 or 128
/// @param network the bits that addresses of the range share
/// @param shift how many bits at the end are free
record AddressRange(int bits, BigInteger network, int shift) {
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;
  private static final int V6_GROUPS = 8;

  /// Reads `203.0.113.0/24` or `2001:db8::/32`; empty if `text` is neither.
  static Optional<AddressRange> parse(String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    var bits = address.contains(":") ? V6_BITS : V4_BITS;
    var prefix = slash < 0 ? bits : number(text.substring(slash + 1), 10, 3);
    if (prefix < 0 || prefix > bits) {
      return Optional.empty();
    }
    var shift = bits - prefix;
    return address(address).map(value -> new AddressRange(bits, value.shiftRight(shift), shift));
  }

  /// Whether `text` is an address in this range.
  boolean contains(String text) {
    var sameFamily = text.contains(":") == (bits == V6_BITS);
    return sameFamily
        && address(text).filter(value -> value.shiftRight(shift).equals(network)).isPresent();
  }

  private static Optional<BigInteger> address(String text) {
    return text.contains(":") ? v6(text) : v4(text).map(BigInteger::valueOf);
  }

  private static Optional<Long> v4(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    var value = 0L;
    for (var part : parts) {
      var octet = number(part, 10, 3);
      if (octet < 0 || octet > 255) {
        return Optional.empty();
      }
      value = value << 8 | octet;
    }
    return Optional.of(value);
  }

  /// The form of RFC 4291, § 2.2: `::` once for a run of zeros, the last 32 bits maybe dotted.
  private static Optional<BigInteger> v6(String text) {
    var groups = dottedTailAsGroups(text);
    var gap = groups.indexOf("::");
    if (gap < 0) {
      return groups(groups, V6_GROUPS).map(value -> value);
    }
    var front = groups.substring(0, gap);
    var back = groups.substring(gap + 2);
    var count = count(front) + count(back);
    if (back.contains("::") || count >= V6_GROUPS) {
      return Optional.empty();
    }
    return groups(front, count(front))
        .flatMap(high ->
            groups(back, count(back))
                .map(low -> high.shiftLeft(16 * (V6_GROUPS - count(front))).or(low)));
  }

  private static String dottedTailAsGroups(String text) {
    var colon = text.lastIndexOf(':');
    return v4(text.substring(colon + 1))
        .map(value ->
            text.substring(0, colon + 1)
                + Long.toHexString(value >> 16)
                + ":"
                + Long.toHexString(value & 0xFFFF))
        .orElse(text);
  }

  private static int count(String groups) {
    return groups.isEmpty() ? 0 : groups.split(":", -1).length;
  }

  private static Optional<BigInteger> groups(String text, int expected) {
    if (count(text) != expected) {
      return Optional.empty();
    }
    var value = BigInteger.ZERO;
    for (var group : expected == 0 ? new String[0] : text.split(":", -1)) {
      var number = number(group, 16, 4);
      if (number < 0) {
        return Optional.empty();
      }
      value = value.shiftLeft(16).or(BigInteger.valueOf(number));
    }
    return Optional.of(value);
  }

  /// The number that `text` writes in at most `digits` digits; -1 if it is none.
  private static int number(String text, int radix, int digits) {
    var readable =
        !text.isEmpty()
            && text.length() <= digits
            && text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    return readable ? Integer.parseInt(text, radix) : -1;
  }
}
