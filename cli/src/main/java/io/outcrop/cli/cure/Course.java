package io.outcrop.cli.cure;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import java.util.List;

/// All that happened from the first examination to the last.
///
/// @param before the first examination
/// @param rounds every plan, in order
/// @param after the last examination
/// @param declined whether a plan was not allowed
public record Course(Examination before, List<Round> rounds, Examination after, boolean declined) {
  public Course {
    rounds = List.copyOf(rounds);
  }

  /// One plan.
  ///
  /// @param outcome what became of it; none if it was not applied
  public record Round(Plan plan, List<FixOutcome> outcome) {
    public Round {
      outcome = List.copyOf(outcome);
    }
  }

  /// The plans that were applied.
  public List<FixOutcome> applied() {
    return rounds.stream().flatMap(round -> round.outcome().stream()).toList();
  }
}
