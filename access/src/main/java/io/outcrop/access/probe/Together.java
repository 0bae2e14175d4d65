package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.reach.Fault;
import io.outcrop.cloud.thread.CallThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Looks that go on at the same time, all until one deadline. What is not seen by then was not
/// reached; what breaks is an observation too. Closing it stops what still runs.
final class Together implements AutoCloseable {
  private static final Duration NEVER = Duration.ofDays(1);

  private final ExecutorService executor = CallThreads.perTask();
  private final Duration patience;
  private final long startNanos = System.nanoTime();

  /// @param patience how long all looks may take from now on
  Together(Duration patience) {
    this.patience = patience;
  }

  /// How much of the time is left; never negative.
  Duration left() {
    var left = patience.minusNanos(System.nanoTime() - startNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Begins to look.
  <T> Look<T> look(String what, Supplier<Observation<T>> probe) {
    return look(what, NEVER, probe);
  }

  /// Begins to look at what answers within `usual`: no answer for so long, and for half of all the
  /// time, is an answer that is late, and not one for which there was too little time.
  <T> Look<T> look(String what, Duration usual, Supplier<Observation<T>> probe) {
    var half = patience.dividedBy(2);
    var telling = usual.compareTo(half) < 0 ? half : usual;
    return new Look<>(what, executor.submit(probe::get), this, left().minus(telling));
  }

  /// Begins something that nobody waits for; whether it succeeds shows elsewhere.
  void meanwhile(Runnable work) {
    var _ = executor.submit(work);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /// A look that goes on.
  static final class Look<T> {
    private final String what;
    private final Future<Observation<T>> future;
    private final Together together;
    private final Duration tellingLeft;

    /// @param tellingLeft how much time is left once no answer says something; negative for never
    private Look(
        String what, Future<Observation<T>> future, Together together, Duration tellingLeft) {
      this.what = what;
      this.future = future;
      this.together = together;
      this.tellingLeft = tellingLeft;
    }

    /// What was seen, at the latest when the time is over.
    Observation<T> seen() {
      try {
        return timed(future.get(together.left().toNanos(), TimeUnit.NANOSECONDS));
      } catch (TimeoutException _) {
        future.cancel(true);
        return late();
      } catch (ExecutionException broken) {
        return new Observation.Crashed<>(what + " broke: " + broken.getCause());
      } catch (CancellationException _) {
        return together.left().isZero()
            ? late()
            : new Observation.Skipped<>(what + " was cancelled");
      } catch (InterruptedException _) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        return new Observation.Skipped<>(what + " was cancelled");
      }
    }

    /// Every time-out on the way is what was left of ours, whoever of the two notices it first.
    private Observation<T> timed(Observation<T> seen) {
      return seen
                  instanceof
                  Observation.Unreachable<T>(var operation, var stage, var host, var _, var fault)
              && stage == Answer.Stage.DEADLINE
          ? new Observation.Unreachable<>(
              operation, stage, host, unfinished(), fault.isEmpty() ? fault() : fault)
          : seen;
    }

    /// Whoever waited longest has cancelled it; everybody hears why.
    private Observation<T> late() {
      return new Observation.Unreachable<>(what, Answer.Stage.DEADLINE, "", unfinished(), fault());
    }

    private List<Fault> fault() {
      return tellingLeft.isNegative() ? List.of() : List.of(Fault.ANSWER_LATE);
    }

    private String unfinished() {
      return "not finished within `--timeout " + words(together.patience) + "`";
    }

    private static String words(Duration time) {
      return time.toMillisPart() == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
  }
}
