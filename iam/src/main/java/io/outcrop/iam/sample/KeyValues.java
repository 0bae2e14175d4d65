package io.outcrop.iam.sample;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Values of one condition key that conditions on it tell apart.
///
/// @param multivalued whether some condition takes the key for a list
/// @param texts values that meet a condition, and values that miss it
public record KeyValues(boolean multivalued, List<String> texts) {
  public KeyValues {
    texts = List.copyOf(texts);
  }

  /// The values for `key`, drawn from those of `conditions` that test it.
  public static KeyValues of(
      String key, List<Condition> conditions, Function<String, Optional<String>> variables) {
    var texts = new LinkedHashSet<String>();
    var multivalued = false;
    for (var condition : conditions) {
      if (condition.key().equalsIgnoreCase(key)) {
        var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
        multivalued |= operator.quantifier() != Quantifier.SINGLE;
        for (var value : condition.values()) {
          add(operator.comparison(), value, variables, texts);
        }
      }
    }
    texts.add("outcrop-other");
    return new KeyValues(multivalued, List.copyOf(texts));
  }

  private static void add(
      Comparison comparison,
      Pattern value,
      Function<String, Optional<String>> variables,
      Set<String> texts) {
    switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> {
        texts.addAll(Samples.texts(value.text(), variables));
      }
      case ARN_EQUALS, ARN_LIKE -> texts.addAll(Samples.arns(value.text(), variables));
      case BOOL -> texts.addAll(List.of("true", "false"));
      case NULL -> {} // any value will do
      case IP_ADDRESS -> {
        texts.add(value.text().replaceAll("/.*", ""));
        texts.addAll(List.of("198.51.100.77", "2001:db8:77::1"));
      }
      case BINARY_EQUALS -> texts.add(value.text());
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          texts.addAll(around(value.text()));
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          texts.addAll(List.of(value.text(), "2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"));
    }
  }

  private static List<String> around(String number) {
    try {
      var value = new BigDecimal(number);
      return List.of(
          number,
          value.subtract(BigDecimal.ONE).toPlainString(),
          value.add(BigDecimal.ONE).toPlainString());
    } catch (NumberFormatException _) {
      return List.of(number, "0");
    }
  }
}
