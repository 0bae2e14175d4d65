package io.outcrop.sandbox.wire.constraint;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which rules a value breaks, and what each side of a rule is called. The sentences are AWS's, as
/// its services answer them. Safe for many threads.
final class Rules {
  private final Map<String, Expression> expressions = new ConcurrentHashMap<>();

  /// What AWS says that `value` must be and is not, in the order in which AWS says it.
  List<String> broken(Rule rule, Json value) {
    return switch (rule) {
      case Rule.Length(var least, var most) -> {
        var length = length(value);
        yield outside(
            length.isPresent() && least.filter(min -> length.get() < min).isPresent(),
            length.isPresent() && most.filter(max -> length.get() > max).isPresent(),
            rule);
      }
      case Rule.Range(var least, var most) ->
          value instanceof Json.Num(BigDecimal number, _)
              ? outside(
                  least.filter(min -> number.compareTo(min) < 0).isPresent(),
                  most.filter(max -> number.compareTo(max) > 0).isPresent(),
                  rule)
              : List.of();
      case Rule.OneOf(List<String> values) ->
          value instanceof Json.Str(String text, _) && !values.contains(text)
              ? sentences(rule)
              : List.of();
      case Rule.Matches(String expression) ->
          value instanceof Json.Str(String text, _)
                  && !expressions.computeIfAbsent(expression, Expression::new).matches(text)
              ? sentences(rule)
              : List.of();
      case Rule.Secret _ -> List.of();
    };
  }

  /// All that AWS says of `rule`: the upper limit first.
  static List<String> sentences(Rule rule) {
    return switch (rule) {
      case Rule.Length(var least, var most) -> {
        var all = new ArrayList<String>();
        most.ifPresent(max -> all.add("Member must have length less than or equal to " + max));
        least.ifPresent(min -> all.add("Member must have length greater than or equal to " + min));
        yield all;
      }
      case Rule.Range(var least, var most) -> {
        var all = new ArrayList<String>();
        most.ifPresent(
            max -> all.add("Member must have value less than or equal to " + max.toPlainString()));
        least.ifPresent(min ->
            all.add("Member must have value greater than or equal to " + min.toPlainString()));
        yield all;
      }
      case Rule.OneOf(List<String> values) ->
          List.of("Member must satisfy enum value set: [" + String.join(", ", values) + "]");
      case Rule.Matches(String expression) ->
          List.of("Member must satisfy regular expression pattern: " + expression);
      case Rule.Secret _ -> List.of();
    };
  }

  private static List<String> outside(boolean tooLittle, boolean tooMuch, Rule rule) {
    if (!tooLittle && !tooMuch) {
      return List.of();
    }
    var all = sentences(rule);
    return List.of(tooMuch ? all.getFirst() : all.getLast());
  }

  private static Optional<Integer> length(Json value) {
    return switch (value) {
      case Json.Str(String text, _) -> Optional.of(text.codePointCount(0, text.length()));
      case Json.Arr(List<Json> elements, _) -> Optional.of(elements.size());
      case Json.Obj object -> Optional.of(object.members().size());
      case Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }
}
