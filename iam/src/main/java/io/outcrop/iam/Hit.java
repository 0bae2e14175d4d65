package io.outcrop.iam;

import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A statement that matches a request, or that further keys or knowledge could make match.
record Hit(PreparedStatement statement, Reach reach, Truth truth) {
  StatementRef ref() {
    return statement.ref();
  }

  boolean holds() {
    return truth.holds();
  }

  static boolean anyHolds(List<Hit> hits) {
    for (var hit : hits) {
      if (hit.holds()) {
        return true;
      }
    }
    return false;
  }

  static boolean anyUnknown(List<Hit> hits) {
    for (var hit : hits) {
      if (hit.truth.isUnknown()) {
        return true;
      }
    }
    return false;
  }

  static boolean anyOpen(List<Hit> hits) {
    for (var hit : hits) {
      if (hit.truth.isOpen()) {
        return true;
      }
    }
    return false;
  }

  /// The same, with what nobody knows taken to match, or not.
  static List<Hit> settled(List<Hit> hits, boolean match) {
    if (!anyUnknown(hits)) {
      return hits;
    }
    return hits.stream()
        .filter(hit -> match || !hit.truth.isUnknown())
        .map(hit -> hit.truth.isUnknown() ? new Hit(hit.statement, hit.reach, Truth.YES) : hit)
        .toList();
  }

  /// Whether keys could turn "some statement matches" into its opposite.
  static boolean canTurn(List<Hit> hits) {
    return anyHolds(hits)
        ? hits.stream().filter(Hit::holds).allMatch(hit -> hit.truth.isOpen())
        : !hits.isEmpty();
  }

  /// The keys that do so; only if they [can][#canTurn].
  static Set<String> turnedBy(List<Hit> hits) {
    var holds = anyHolds(hits);
    var keys = new LinkedHashSet<String>();
    hits.stream()
        .filter(hit -> hit.holds() == holds)
        .forEach(hit -> keys.addAll(hit.truth.turnedBy()));
    return keys;
  }
}
