package io.outcrop.cli.doctor;

import io.outcrop.access.examination.Difference;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Matrix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Examines again and again until everything is healthy, or until it is interrupted.
final class Watch {
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final Supplier<Matrix> examine;
  private final Duration every;
  private final InstantSource clock;
  private final Sleeper sleeper;

  /// @param clock the clock of the place: a world's own
  Watch(Supplier<Matrix> examine, Duration every, InstantSource clock, Sleeper sleeper) {
    this.examine = examine;
    this.every = every;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /// Waits.
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  /// What one examination changed.
  ///
  /// @param at when it began
  /// @param lines one sentence each; never empty
  /// @param now the examination
  record Step(Instant at, List<String> lines, Matrix now) {
    Step {
      lines = List.copyOf(lines);
    }
  }

  /// What was watched.
  ///
  /// @param last the last examination
  /// @param steps every examination that differed from the one before
  /// @param examinations how many there were
  record Watched(Matrix last, List<Step> steps, int examinations, Duration took) {
    Watched {
      steps = List.copyOf(steps);
    }
  }

  /// @param first the first examination, which was shown already
  /// @param changed told of each step as it happens
  Watched run(Matrix first, Consumer<Step> changed) {
    var begun = clock.instant();
    var steps = new ArrayList<Step>();
    var now = first;
    var count = 1;
    while (now.status() != Status.HEALTHY && waited(clock.instant().plus(every))) {
      var at = clock.instant();
      var next = examine.get();
      count++;
      var lines = lines(now, next);
      if (!lines.isEmpty()) {
        steps.add(new Step(at, lines, next));
        changed.accept(steps.getLast());
      }
      now = next;
    }
    return new Watched(now, steps, count, Duration.between(begun, clock.instant()));
  }

  /// Whether it is `due` now; not, if the thread was interrupted.
  private boolean waited(Instant due) {
    try {
      for (var left = Duration.between(clock.instant(), due);
          left.isPositive();
          left = Duration.between(clock.instant(), due)) {
        sleeper.sleep(left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
      }
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> lines(Matrix before, Matrix after) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < after.cells().size(); i++) {
      var cell = after.cells().get(i).examination();
      var where =
          after.cells().size() == 1
              ? ""
              : cell.subject().model() + " in " + cell.subject().region() + ": ";
      Difference.between(before.cells().get(i).examination(), cell)
          .lines()
          .forEach(line -> lines.add(where + line));
    }
    return lines;
  }
}
