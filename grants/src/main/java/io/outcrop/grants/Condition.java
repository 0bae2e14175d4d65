package io.outcrop.grants;

import java.util.Comparator;

/// A condition of a statement that is to be written: one key, one value.
record Condition(String operator, String key, String value) implements Comparable<Condition> {
  private static final Comparator<Condition> ORDER =
      Comparator.comparing(Condition::operator)
          .thenComparing(Condition::key)
          .thenComparing(Condition::value);

  @Override
  public int compareTo(Condition other) {
    return ORDER.compare(this, other);
  }
}
