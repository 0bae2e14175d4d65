package io.outcrop.iam;

import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A statement that matches a request, or that further keys could make match.
record Hit(StatementRef ref, Reach reach, Truth truth) {
  boolean holds() {
    return truth.holds();
  }

  static boolean anyHolds(List<Hit> hits) {
    return hits.stream().anyMatch(Hit::holds);
  }

  /// Whether keys could turn "some statement matches" into its opposite.
  static boolean canTurn(List<Hit> hits) {
    var holding = hits.stream().filter(Hit::holds).toList();
    return holding.isEmpty()
        ? !hits.isEmpty()
        : holding.stream().allMatch(hit -> hit.truth().isOpen());
  }

  /// The keys that do so; only if they [can][#canTurn].
  static Set<String> turnedBy(List<Hit> hits) {
    var holds = anyHolds(hits);
    var keys = new LinkedHashSet<String>();
    hits.stream()
        .filter(hit -> hit.holds() == holds)
        .forEach(hit -> keys.addAll(hit.truth().turnedBy()));
    return keys;
  }
}
