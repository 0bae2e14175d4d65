package io.outcrop.cli.policy;

import io.outcrop.iam.suite.AuthorizationCase;
import io.outcrop.iam.suite.CaseOutcome;
import io.outcrop.report.policy.SuiteResult;
import io.outcrop.report.policy.SuiteResult.Count;
import io.outcrop.report.policy.SuiteResult.Disagreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Counts how cases go. For one thread.
final class Tally {
  private final Set<String> allowed;
  private final Consumer<Disagreement> listener;
  private final Map<String, Integer> skippedByTag = new HashMap<>();
  private final Map<String, Count> byTag = new HashMap<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private Count total = Count.NONE;

  /// @param allowed tags whose cases may disagree
  /// @param listener is told every disagreement as it is found
  Tally(Set<String> allowed, Consumer<Disagreement> listener) {
    this.allowed = Set.copyOf(allowed);
    this.listener = listener;
  }

  void add(CaseFiles.Found place, AuthorizationCase one, CaseOutcome outcome) {
    switch (outcome) {
      case CaseOutcome.Agrees() -> count(one, new Count(1, 1, 0, 0));
      case CaseOutcome.Skipped(var tag) -> {
        count(one, new Count(1, 0, 0, 1));
        skippedByTag.merge(tag, 1, Integer::sum);
      }
      case CaseOutcome.Disagrees(var got, var want) -> {
        count(one, new Count(1, 0, 1, 0));
        var found =
            new Disagreement(
                place.file().equals("-") ? "" : place.file(),
                place.line(),
                one.id(),
                one.name(),
                got,
                want,
                one.tags().stream().anyMatch(allowed::contains));
        disagreements.add(found);
        listener.accept(found);
      }
    }
  }

  SuiteResult result() {
    return new SuiteResult(total, skippedByTag, byTag, disagreements);
  }

  private void count(AuthorizationCase one, Count count) {
    total = total.plus(count);
    for (var tag : new HashSet<>(one.tags())) {
      byTag.merge(tag, count, Count::plus);
    }
  }
}
