package io.outcrop.iam;

import io.outcrop.iam.ReferenceMatcher.Symbol;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Matches the conditions of one statement as the page on each operator tells.
final class ReferenceConditions {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final RequestContext context;
  private final boolean variables;

  ReferenceConditions(RequestContext context, boolean variables) {
    this.context = context;
    this.variables = variables;
  }

  boolean hold(Json.Obj statement) {
    var condition = statement.object("Condition");
    return condition.isEmpty()
        || condition.get().members().entrySet().stream()
            .allMatch(operator ->
                ((Json.Obj) operator.getValue().value())
                    .members().entrySet().stream()
                        .allMatch(key ->
                            holds(
                                operator.getKey(),
                                key.getKey(),
                                ReferenceMatcher.texts(key.getValue().value()))));
  }

  private boolean holds(String operator, String key, List<String> values) {
    var found = context.get(key);
    if (operator.equals("Null")) {
      var absent = found.map(Value::texts).orElse(List.of()).isEmpty();
      return values.contains(Boolean.toString(absent));
    }
    var forAll = operator.startsWith("ForAllValues:");
    var forAny = operator.startsWith("ForAnyValue:");
    var bare = operator.substring(operator.indexOf(':') + 1);
    if (bare.endsWith("IfExists")) {
      if (found.isEmpty()) {
        return true;
      }
      bare = bare.substring(0, bare.length() - "IfExists".length());
    }
    var negated = bare.contains("Not");
    var positive = bare.replace("Not", "");
    if (found.isEmpty()) {
      return forAll || (!forAny && negated);
    }
    if (forAll) {
      return found.get().texts().stream().allMatch(text -> one(positive, negated, text, values));
    }
    if (forAny) {
      return found.get().texts().stream().anyMatch(text -> one(positive, negated, text, values));
    }
    return !found.get().multivalued()
        && one(positive, negated, found.get().texts().getFirst(), values);
  }

  private boolean one(String operator, boolean negated, String text, List<String> values) {
    if (operator.startsWith("Numeric") && number(text).isEmpty()) {
      return false;
    }
    if (operator.startsWith("Date") && seconds(text).isEmpty()) {
      return false;
    }
    return values.stream().anyMatch(value -> compare(operator, text, value)) != negated;
  }

  private boolean compare(String operator, String text, String value) {
    return switch (operator) {
      case "StringEquals" -> filled(value, false).filter(text::equals).isPresent();
      case "StringEqualsIgnoreCase" ->
          filled(value, false).filter(text::equalsIgnoreCase).isPresent();
      case "StringLike" ->
          fill(value, true).filter(symbols -> ReferenceMatcher.like(symbols, text)).isPresent();
      case "ArnEquals", "ArnLike" -> fill(value, true).filter(arn -> arn(arn, text)).isPresent();
      case "Bool" ->
          (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
              && filled(value, false).filter(text::equalsIgnoreCase).isPresent();
      case "BinaryEquals" -> text.equals(value);
      case "IpAddress" -> address(text, value);
      default -> quantity(operator, text, value);
    };
  }

  private static boolean quantity(String operator, String text, String value) {
    var date = operator.startsWith("Date");
    var left = date ? seconds(text) : number(text);
    var right = date ? seconds(value) : number(value);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    var sign = left.get().compareTo(right.get());
    return switch (operator.replace("Date", "").replace("Numeric", "")) {
      case "Equals" -> sign == 0;
      case "LessThan" -> sign < 0;
      case "LessThanEquals" -> sign <= 0;
      case "GreaterThan" -> sign > 0;
      case "GreaterThanEquals" -> sign >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static Optional<BigDecimal> seconds(String text) {
    return text.contains("T")
        ? Optional.of(BigDecimal.valueOf(OffsetDateTime.parse(text).toEpochSecond()))
        : number(text);
  }

  private static boolean address(String text, String range) {
    var parts = range.split("/", 2);
    var left = InetAddress.ofLiteral(text).getAddress();
    var right = InetAddress.ofLiteral(parts[0]).getAddress();
    if (left.length != right.length) {
      return false;
    }
    var bits = parts.length == 1 ? left.length * 8 : Integer.parseInt(parts[1]);
    var shift = left.length * 8 - bits;
    return new BigInteger(1, left)
        .shiftRight(shift)
        .equals(new BigInteger(1, right).shiftRight(shift));
  }

  private static boolean arn(List<Symbol> pattern, String text) {
    var parts = new ArrayList<List<Symbol>>();
    parts.add(new ArrayList<>());
    for (var symbol : pattern) {
      if (symbol.c() == ':' && parts.size() < 6) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(symbol);
      }
    }
    var asked = text.split(":", 6);
    if (parts.size() != 6 || asked.length != 6) {
      return false;
    }
    for (var i = 0; i < 6; i++) {
      if (!ReferenceMatcher.like(parts.get(i), asked[i])) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> filled(String value, boolean wildcards) {
    return fill(value, wildcards)
        .map(symbols -> {
          var text = new StringBuilder();
          symbols.forEach(symbol -> text.append(symbol.c()));
          return text.toString();
        });
  }

  /// The pattern with its variables put in; empty if one has no value.
  Optional<List<Symbol>> fill(String value, boolean wildcards) {
    var symbols = new ArrayList<Symbol>();
    var matcher = VARIABLE.matcher(value);
    var from = 0;
    while (variables && matcher.find()) {
      symbols.addAll(written(value.substring(from, matcher.start()), wildcards));
      var bound = bound(matcher.group(1));
      if (bound.isEmpty()) {
        return Optional.empty();
      }
      symbols.addAll(written(bound.get(), false));
      from = matcher.end();
    }
    symbols.addAll(written(value.substring(from), wildcards));
    return Optional.of(symbols);
  }

  private static List<Symbol> written(String text, boolean wildcards) {
    return wildcards
        ? ReferenceMatcher.symbols(text)
        : text.chars().mapToObj(c -> new Symbol((char) c, false)).toList();
  }

  private Optional<String> bound(String inner) {
    if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
      return Optional.of(inner);
    }
    var parts = inner.split(", ", 2);
    var found = context.get(parts[0]);
    if (found.isPresent()) {
      return found.get().multivalued()
          ? Optional.empty()
          : Optional.of(found.get().texts().getFirst());
    }
    return parts.length == 2
        ? Optional.of(parts[1].substring(1, parts[1].length() - 1))
        : Optional.empty();
  }
}
