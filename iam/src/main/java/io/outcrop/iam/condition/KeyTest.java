package io.outcrop.iam.condition;

import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One operator on one key. Source: IAM User Guide, "Condition operators" and "Single-valued vs.
/// multivalued context keys", read 2026-11.
final class KeyTest {
  private final String key;
  private final ConditionOperator operator;
  private final List<Comparand> values;

  private KeyTest(String key, ConditionOperator operator, List<Comparand> values) {
    this.key = key;
    this.operator = operator;
    this.values = List.copyOf(values);
  }

  /// Prepares `condition`, whose operator the parser has found to exist.
  static KeyTest of(Statement.Condition condition, boolean variables) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var values =
        condition.values().stream()
            .map(Pattern::text)
            .map(text -> Comparand.of(operator.comparison(), text, variables))
            .toList();
    return new KeyTest(condition.key(), operator, values);
  }

  Truth test(RequestView request) {
    var value = request.value(key);
    if (operator.comparison() == Comparison.NULL) {
      return nullTest(value.isEmpty(), value.isEmpty() || value.get().texts().isEmpty());
    }
    return value.isPresent() ? present(value.get(), request) : missing(request);
  }

  /// `Null` asks whether the key is absent or has no value.
  private Truth nullTest(boolean missing, boolean empty) {
    var holds = accepts(Boolean.toString(empty));
    return missing && holds != accepts("false") ? new Truth(holds, Set.of(key)) : Truth.of(holds);
  }

  private boolean accepts(String text) {
    return values.stream()
        .anyMatch(value -> value instanceof Comparand.Truthful(var bool) && bool.equals(text));
  }

  private Truth present(Value value, RequestView request) {
    if (operator.quantifier() == Quantifier.SINGLE) {
      // a key of many values needs a set operator; without one nothing matches
      return value.multivalued() ? Truth.NO : one(value.texts().getFirst(), request);
    }
    var each = new ArrayList<Truth>();
    for (var text : value.texts()) {
      each.add(one(text, request));
    }
    return operator.quantifier() == Quantifier.ALL ? Truth.all(each) : Truth.any(each);
  }

  /// One value of the request against all of the policy's: any of them, or, negated, none.
  private Truth one(String text, RequestView request) {
    if (!Comparand.isComparable(operator.comparison(), text)) {
      return Truth.NO;
    }
    var open = new ArrayList<Truth>();
    for (var value : values) {
      var truth = value.matches(text, request);
      if (truth.equals(Truth.YES)) {
        return Truth.of(!operator.negated());
      }
      if (truth.isOpen()) {
        open.add(truth);
      }
    }
    var any = open.isEmpty() ? Truth.NO : Truth.any(open);
    return operator.negated() ? any.not() : any;
  }

  private Truth missing(RequestView request) {
    var holds =
        operator.ifExists()
            || switch (operator.quantifier()) {
              case ALL -> true;
              case ANY -> false;
              case SINGLE -> operator.negated();
            };
    var anyMatches = values.stream().anyMatch(value -> value.everMatches(request));
    var anyFails = values.stream().noneMatch(value -> value.alwaysMatches(request));
    var couldHold = operator.negated() ? anyFails : anyMatches;
    var couldFail = operator.negated() ? anyMatches : anyFails;
    return (holds ? couldFail : couldHold) ? new Truth(holds, turnedBy(request)) : Truth.of(holds);
  }

  /// The key, and the variables without which no value of the policy could match it.
  private Set<String> turnedBy(RequestView request) {
    var keys = new LinkedHashSet<String>();
    keys.add(key);
    var needed = new LinkedHashSet<String>();
    for (var value : values) {
      var variables = value.unknown(request);
      if (variables.isEmpty()) {
        return keys;
      }
      needed.addAll(variables);
    }
    keys.addAll(needed);
    return keys;
  }
}
