package io.outcrop.cli.cure;

import io.outcrop.access.Fixer;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.cli.place.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Plans, asks, applies, and looks again: a cure may uncover what would break next.
public final class Curing {
  private static final int MOST_ROUNDS = 5;

  private final Fixer fixer;
  private final Place place;

  /// Cures what is examined at `place`.
  public Curing(Fixer fixer, Place place) {
    this.fixer = fixer;
    this.place = place;
  }

  /// Goes on until nothing is broken, nothing more can be done from here, a change did not help, or
  /// consent is refused.
  public Course run(Examination before, Consent consent) {
    var rounds = new ArrayList<Course.Round>();
    Set<Change> tried = new HashSet<>();
    var now = before;
    while (now.status() == Examination.Status.BROKEN && rounds.size() < MOST_ROUNDS) {
      var plan = fixer.plan(now, place.request());
      var allowed = consent.allow(now, plan);
      if (plan.steps().isEmpty() || allowed.isEmpty() || !tried.addAll(changes(plan))) {
        rounds.add(new Course.Round(plan, List.of()));
        return new Course(before, rounds, now, !plan.steps().isEmpty() && allowed.isEmpty());
      }
      var outcome = fixer.apply(allowed.get(), place.request());
      rounds.add(new Course.Round(allowed.get(), List.of(outcome)));
      consent.applied(now, outcome);
      now = outcome.after();
      if (failed(outcome)) {
        break;
      }
    }
    return new Course(before, rounds, now, false);
  }

  private static List<Change> changes(Plan plan) {
    return plan.steps().stream().map(Plan.Step::change).toList();
  }

  private static boolean failed(FixOutcome outcome) {
    return outcome.steps().stream().anyMatch(step -> step.state().stops());
  }
}
