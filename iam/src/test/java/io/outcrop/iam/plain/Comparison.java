package io.outcrop.iam.plain;

import io.outcrop.iam.request.RequestContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One operator without prefix and suffix, with the values of the policy: any of them may match,
/// and for a negated operator none may. Source: IAM User Guide,
/// reference_policies_elements_condition_operators.
record Comparison(String name, List<String> values, boolean variables, RequestContext context) {

  boolean isNegated() {
    return name.contains("Not");
  }

  /// Whether one value of the request fits. What is no number is not compared with numbers, not
  /// even by a negated operator; so with dates, addresses and ARNs, on either side.
  boolean holds(String text) {
    var known = values.stream().map(this::exact).flatMap(Optional::stream);
    if (isNegated() && !(isReadable(text, false) && known.allMatch(one -> isReadable(one, true)))) {
      return false;
    }
    return values.stream().anyMatch(value -> matches(text, value)) != isNegated();
  }

  private boolean isReadable(String text, boolean ofPolicy) {
    return switch (name) {
      case "NumericNotEquals" -> number(text).isPresent();
      case "DateNotEquals" -> Moment.read(text).isPresent();
      case "NotIpAddress" -> isRange(text);
      case "ArnNotEquals", "ArnNotLike" ->
          text.split(":", 6).length == 6 || (ofPolicy && text.matches("\\*+"));
      default -> true;
    };
  }

  private static boolean isRange(String text) {
    var parts = text.split("/", 2);
    var bits = octets(parts[0]).length * 8;
    return bits > 0
        && (parts.length == 1
            || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits));
  }

  private boolean matches(String text, String value) {
    return switch (name.replace("Not", "")) {
      case "StringEquals" -> exact(value).filter(text::equals).isPresent();
      case "StringEqualsIgnoreCase" -> exact(value).filter(text::equalsIgnoreCase).isPresent();
      case "StringLike" -> filled(value).filter(wild -> Wild.matches(wild, text)).isPresent();
      case "ArnEquals", "ArnLike" -> filled(value).filter(wild -> arn(wild, text)).isPresent();
      case "Bool" ->
          List.of("true", "false").contains(text.toLowerCase(Locale.ROOT))
              && exact(value).filter(text::equalsIgnoreCase).isPresent();
      case "BinaryEquals" -> bytes(text).isPresent() && bytes(text).equals(bytes(value));
      case "IpAddress" -> address(text, value);
      default -> ordered(text, value);
    };
  }

  private boolean ordered(String text, String value) {
    var isDate = name.startsWith("Date");
    var left = isDate ? Moment.read(text) : number(text);
    var right = isDate ? Moment.read(value) : number(value);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    var sign = left.get().compareTo(right.get());
    return switch (name.replace("Not", "").replace("Date", "").replace("Numeric", "")) {
      case "Equals" -> sign == 0;
      case "LessThan" -> sign < 0;
      case "LessThanEquals" -> sign <= 0;
      case "GreaterThan" -> sign > 0;
      case "GreaterThanEquals" -> sign >= 0;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static Optional<List<Byte>> bytes(String base64) {
    var bytes = new ArrayList<Byte>();
    try {
      for (var each : Base64.getDecoder().decode(base64)) {
        bytes.add(each);
      }
      return Optional.of(bytes);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// Whether the first bits of both addresses are the same; without a prefix, all of them.
  private static boolean address(String text, String range) {
    var parts = range.split("/", 2);
    var left = octets(text);
    var right = octets(parts[0]);
    if (left.length == 0 || left.length != right.length) {
      return false;
    }
    var all = left.length * 8;
    var bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
    return bits <= all
        && new BigInteger(1, left)
            .shiftRight(all - bits)
            .equals(new BigInteger(1, right).shiftRight(all - bits));
  }

  private static byte[] octets(String text) {
    var isAddress = text.contains(":") || text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
    try {
      return isAddress ? InetAddress.ofLiteral(text).getAddress() : new byte[0];
    } catch (IllegalArgumentException noAddress) {
      return new byte[0];
    }
  }

  /// Each of the six parts is compared for itself; a lone star stands for any ARN.
  private static boolean arn(List<Wild> pattern, String text) {
    if (!pattern.isEmpty() && pattern.stream().allMatch(Wild::isStar)) {
      return text.split(":", 6).length == 6;
    }
    var parts = new ArrayList<List<Wild>>();
    parts.add(new ArrayList<>());
    for (var wild : pattern) {
      if (wild.c() == ':' && parts.size() < 6) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(wild);
      }
    }
    var asked = text.split(":", 6);
    if (parts.size() != 6 || asked.length != 6) {
      return false;
    }
    for (var i = 0; i < 6; i++) {
      if (!Wild.matches(parts.get(i), asked[i])) {
        return false;
      }
    }
    return true;
  }

  private Optional<List<Wild>> filled(String value) {
    return variables ? Wild.filled(value, context) : Optional.of(Wild.written(value));
  }

  private Optional<String> exact(String value) {
    return filled(value).map(Wild::text);
  }
}
