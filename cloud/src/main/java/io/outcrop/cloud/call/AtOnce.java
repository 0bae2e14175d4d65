package io.outcrop.cloud.call;

import io.outcrop.cloud.thread.CallThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// Calls that need nothing of each other, made at the same time. Closing it stops what still runs.
/// Safe for many threads.
public final class AtOnce implements AutoCloseable {
  private final ExecutorService executor = CallThreads.perTask();
  private final int most;

  /// @param most how many of one list go on at the same time: control planes have low rates
  public AtOnce(int most) {
    this.most = most;
  }

  /// Something that goes on.
  public static final class Later<T> {
    private final Future<T> future;

    private Later(Future<T> future) {
      this.future = future;
    }

    /// What came of it, once it is done.
    ///
    /// @throws CancellationException if whoever waits is interrupted, or it was stopped
    public T get() {
      try {
        return future.get();
      } catch (InterruptedException _) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed);
      }
    }
  }

  /// Begins `work`.
  public <T> Later<T> begin(Supplier<T> work) {
    return new Later<>(executor.submit(work::get));
  }

  /// What `work` makes of each of `things`, in their order.
  public <T, R> List<R> each(List<T> things, Function<T, R> work) {
    var slots = new Semaphore(most);
    var begun = new ArrayList<Later<R>>();
    for (var thing : things) {
      begun.add(begin(() -> within(slots, thing, work)));
    }
    var results = new ArrayList<R>();
    for (var one : begun) {
      results.add(one.get());
    }
    return results;
  }

  private static <T, R> R within(Semaphore slots, T thing, Function<T, R> work) {
    slots.acquireUninterruptibly();
    try {
      return work.apply(thing);
    } finally {
      slots.release();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
