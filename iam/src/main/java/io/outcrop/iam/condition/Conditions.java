package io.outcrop.iam.condition;

import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/// All conditions of one statement, prepared to be tested often. Immutable and safe for many
/// threads.
public final class Conditions {
  private final List<KeyTest> tests;

  private Conditions(List<KeyTest> tests) {
    this.tests = List.copyOf(tests);
  }

  /// Prepares `conditions`; variables are plain text unless `variables`.
  public static Conditions of(List<Statement.Condition> conditions, boolean variables) {
    return new Conditions(
        conditions.stream().map(condition -> KeyTest.of(condition, variables)).toList());
  }

  /// Whether all of them hold.
  public Truth test(RequestView request) {
    var open = new ArrayList<Truth>();
    var fails = false;
    for (var test : tests) {
      var truth = test.test(request);
      if (truth.isOpen()) {
        open.add(truth);
      } else if (!truth.holds()) {
        return Truth.NO;
      }
      fails |= !truth.holds();
    }
    return open.isEmpty() ? Truth.of(!fails) : Truth.all(open);
  }
}
