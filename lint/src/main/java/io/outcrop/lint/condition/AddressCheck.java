package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ranges of IP addresses.
final class AddressCheck implements Check {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final List<Range> PRIVATE =
      List.of(
          range("10.0.0.0/8").orElseThrow(),
          range("172.16.0.0/12").orElseThrow(),
          range("192.168.0.0/16").orElseThrow(),
          range("127.0.0.0/8").orElseThrow(),
          range("169.254.0.0/16").orElseThrow(),
          range("fc00::/7").orElseThrow(),
          range("fe80::/10").orElseThrow());

  /// A range: the address as a number, how many bits it has, and how many of them count.
  private record Range(BigInteger address, int bits, int prefix) {
    private BigInteger network() {
      return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    private boolean isInside(Range other) {
      return bits == other.bits
          && prefix >= other.prefix
          && address
              .shiftRight(bits - other.prefix)
              .equals(other.address.shiftRight(bits - other.prefix));
    }
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var condition : statement.conditions()) {
        if (condition.compares(Comparison.IP_ADDRESS)) {
          condition.values().forEach(text -> value(condition, text, findings));
        }
      }
    }
  }

  private static void value(ConditionView condition, Text text, Findings findings) {
    var range = range(text.value());
    if (text.value().contains("${")) {
      return;
    }
    if (range.isEmpty()) {
      findings.add(
          "address-malformed", text.place(), "key", condition.key(), "value", text.value());
      return;
    }
    var found = range.get();
    if (!found.network().equals(found.address())) {
      findings.add("address-host-bits", text.place(), "value", text.value());
    }
    if (found.prefix() == 0) {
      findings.add("address-everywhere", text.place(), "value", text.value());
    }
    if (condition.isAbout("aws:SourceIp") && PRIVATE.stream().anyMatch(found::isInside)) {
      findings
          .add("address-private", text.place(), "value", text.value())
          .remove(text, Certainty.LIKELY, "");
    }
  }

  static boolean isRange(String value) {
    return range(value).isPresent();
  }

  private static Optional<Range> range(String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    var four = V4.matcher(address);
    var bits = four.matches() ? 32 : 128;
    var number = four.matches() ? v4(address) : v6(address);
    var prefix = slash < 0 ? "" + bits : text.substring(slash + 1);
    if (number.isEmpty() || !prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
      return Optional.empty();
    }
    return Optional.of(new Range(number.get(), bits, Integer.parseInt(prefix)));
  }

  private static Optional<BigInteger> v4(String address) {
    var number = BigInteger.ZERO;
    for (var part : address.split("\\.", 0)) {
      var value = Integer.parseInt(part);
      if (value > 255) {
        return Optional.empty();
      }
      number = number.shiftLeft(8).or(BigInteger.valueOf(value));
    }
    return Optional.of(number);
  }

  private static Optional<BigInteger> v6(String address) {
    var halves = address.split("::", -1);
    if (!address.contains(":") || halves.length > 2) {
      return Optional.empty();
    }
    var left = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
    var right =
        halves.length == 1 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
    var missing = 8 - left.length - right.length;
    if (halves.length == 1 ? missing != 0 : missing < 1) {
      return Optional.empty();
    }
    var number = BigInteger.ZERO;
    for (var i = 0; i < 8; i++) {
      var group =
          i < left.length ? left[i] : i < 8 - right.length ? "0" : right[i - (8 - right.length)];
      if (!group.matches("[0-9A-Fa-f]{1,4}")) {
        return Optional.empty();
      }
      number = number.shiftLeft(16).or(new BigInteger(group, 16));
    }
    return Optional.of(number);
  }
}
