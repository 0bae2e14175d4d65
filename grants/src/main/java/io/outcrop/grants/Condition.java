package io.outcrop.grants;

import java.util.Comparator;
import java.util.List;

/// A condition of a statement: one key, and the values of which the request has to bring one.
///
/// @param operator `StringEquals`
/// @param key `bedrock:InferenceProfileArn`
/// @param values sorted, never empty
public record Condition(String operator, String key, List<String> values)
    implements Comparable<Condition> {
  private static final Comparator<Condition> ORDER =
      Comparator.comparing(Condition::operator)
          .thenComparing(Condition::key)
          .thenComparing(condition -> String.join(" ", condition.values));

  public Condition {
    values = values.stream().distinct().sorted().toList();
  }

  static Condition of(String operator, String key, String value) {
    return new Condition(operator, key, List.of(value));
  }

  @Override
  public int compareTo(Condition other) {
    return ORDER.compare(this, other);
  }
}
