package io.outcrop.iam.condition;

import io.outcrop.iam.match.ArnPattern;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One operator on one key. Source: IAM User Guide, "Condition operators" and "Single-valued vs.
/// multivalued context keys", read 2026-11.
final class KeyTest {
  private final String key;
  private final String lowerCaseKey;
  private final ConditionOperator operator;
  private final Comparand[] values;

  private KeyTest(String key, ConditionOperator operator, Comparand[] values) {
    this.key = key;
    this.lowerCaseKey = key.toLowerCase(Locale.ROOT);
    this.operator = operator;
    this.values = values;
  }

  /// Prepares `condition`, whose operator the parser has found to exist.
  static KeyTest of(Statement.Condition condition, boolean variables) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var values =
        condition.values().stream()
            .map(value -> Comparand.of(operator.comparison(), value.text(), variables))
            .toArray(Comparand[]::new);
    return new KeyTest(condition.key(), operator, values);
  }

  Truth test(RequestView request) {
    var value = request.value(lowerCaseKey);
    var doubt = request.doubt(lowerCaseKey);
    return doubt == Doubt.NONE ? known(value, request) : doubtful(value, doubt, request);
  }

  private Truth known(Optional<Value> value, RequestView request) {
    if (operator.comparison() == Comparison.NULL) {
      return nullTest(value);
    }
    return value.isPresent() ? present(value.get(), request) : missing(request);
  }

  /// The answer that all requests give that could be meant, if they agree.
  private Truth doubtful(Optional<Value> value, Doubt doubt, RequestView request) {
    var valueKnown = doubt == Doubt.PRESENCE && value.isPresent();
    var canBeMissing = doubt != Doubt.VALUE || value.isEmpty();
    var canBePresent = doubt != Doubt.VALUE || value.isPresent();
    var possible = new ArrayList<Truth>();
    if (canBeMissing) {
      possible.add(known(Optional.empty(), request));
    }
    if (canBePresent) {
      possible.add(valueKnown ? known(value, request) : anyValue(request));
    }
    if (possible.stream().allMatch(Truth::holds)) {
      return Truth.YES;
    }
    var mayHold = possible.stream().anyMatch(truth -> truth.holds() || truth.isUnknown());
    return mayHold ? Truth.MAYBE : Truth.NO;
  }

  /// The answer for a key with a value, whichever.
  private Truth anyValue(RequestView request) {
    if (operator.comparison() == Comparison.NULL) {
      return Truth.of(accepts("false"));
    }
    // a list may be empty: then all of its values match, and none does
    var mayHold = operator.quantifier() == Quantifier.ALL || anyHolds(request);
    var mayFail = operator.quantifier() == Quantifier.ANY || anyHoldsNot(request);
    return mayHold && mayFail ? Truth.MAYBE : Truth.of(mayHold);
  }

  /// `Null` asks whether the key is absent or has no value.
  private Truth nullTest(Optional<Value> value) {
    var holds = accepts(Boolean.toString(value.isEmpty() || value.get().texts().isEmpty()));
    return value.isEmpty() && holds != accepts("false")
        ? Truth.open(holds, Set.of(key))
        : Truth.of(holds);
  }

  private boolean accepts(String text) {
    for (var value : values) {
      if (value instanceof Comparand.Truthful(var bool) && bool.equals(text)) {
        return true;
      }
    }
    return false;
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

  /// One value of the request against all of the policy's: any of them, or, negated, none. What
  /// cannot be read, on either side, does not match even a negated operator.
  private Truth one(String text, RequestView request) {
    if (operator.negated() && !(isReadable(text) && areReadable(request))) {
      return Truth.NO;
    }
    List<Truth> unsettled = List.of();
    for (var value : values) {
      var truth = value.matches(text, request);
      if (truth.isAlways()) {
        return Truth.of(!operator.negated());
      }
      if (!truth.isNever()) {
        unsettled = unsettled.isEmpty() ? new ArrayList<>() : unsettled;
        unsettled.add(truth);
      }
    }
    var any = unsettled.isEmpty() ? Truth.NO : Truth.any(unsettled);
    return operator.negated() ? any.not() : any;
  }

  private boolean isReadable(String text) {
    return switch (operator.comparison()) {
      case NUMERIC_EQUALS -> Quantities.number(text).isPresent();
      case DATE_EQUALS -> Quantities.instant(text).isPresent();
      case IP_ADDRESS -> AddressRange.parse(text).isPresent();
      case ARN_EQUALS, ARN_LIKE -> ArnPattern.isArn(text);
      // texts can always be read; the others have no negated form
      default -> true;
    };
  }

  private boolean hasUnreadableTexts() {
    return !isReadable("");
  }

  private boolean areReadable(RequestView request) {
    for (var value : values) {
      if (!value.isReadable(request)) {
        return false;
      }
    }
    return true;
  }

  private Truth missing(RequestView request) {
    var holds =
        operator.ifExists()
            || switch (operator.quantifier()) {
              case ALL -> true;
              case ANY -> false;
              case SINGLE -> operator.negated();
            };
    return (holds ? anyHoldsNot(request) : anyHolds(request))
        ? Truth.open(holds, turnedBy(request))
        : Truth.of(holds);
  }

  /// Whether the test would hold for some value.
  private boolean anyHolds(RequestView request) {
    return operator.negated() ? areReadable(request) && anyFails(request) : anyMatches(request);
  }

  /// Whether the test would not hold for some value.
  private boolean anyHoldsNot(RequestView request) {
    return operator.negated()
        ? hasUnreadableTexts() || !areReadable(request) || anyMatches(request)
        : anyFails(request);
  }

  /// Whether some value would match some of the policy's.
  private boolean anyMatches(RequestView request) {
    for (var value : values) {
      if (value.everMatches(request)) {
        return true;
      }
    }
    return false;
  }

  /// Whether some value would match none of the policy's.
  private boolean anyFails(RequestView request) {
    for (var value : values) {
      if (value.alwaysMatches(request)) {
        return false;
      }
    }
    return true;
  }

  /// The key, and the variables without which no value of the policy could match it.
  private Set<String> turnedBy(RequestView request) {
    var needed = new LinkedHashSet<String>();
    for (var value : values) {
      var variables = value.unknown(request);
      if (variables.isEmpty()) {
        return Set.of(key);
      }
      needed.addAll(variables);
    }
    needed.add(key);
    return needed;
  }
}
