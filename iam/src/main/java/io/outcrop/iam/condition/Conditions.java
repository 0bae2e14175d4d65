package io.outcrop.iam.condition;

import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/// All conditions of one statement, prepared to be tested often. Immutable and safe for many
/// threads.
public final class Conditions {
  private final KeyTest[] tests;

  private Conditions(KeyTest[] tests) {
    this.tests = tests;
  }

  /// Prepares `conditions`; variables are plain text unless `variables`.
  public static Conditions of(List<Statement.Condition> conditions, boolean variables) {
    return new Conditions(
        conditions.stream()
            .map(condition -> KeyTest.of(condition, variables))
            .toArray(KeyTest[]::new));
  }

  /// Whether all of them hold.
  public Truth test(RequestView request) {
    List<Truth> unsettled = List.of();
    for (var test : tests) {
      var truth = test.test(request);
      if (truth.isNever()) {
        return Truth.NO;
      }
      if (!truth.isAlways()) {
        unsettled = unsettled.isEmpty() ? new ArrayList<>() : unsettled;
        unsettled.add(truth);
      }
    }
    return unsettled.isEmpty() ? Truth.YES : Truth.all(unsettled);
  }

  /// What each of them says, in the order of the statement.
  public List<Truth> each(RequestView request) {
    var truths = new ArrayList<Truth>();
    for (var test : tests) {
      truths.add(test.test(request));
    }
    return truths;
  }
}
