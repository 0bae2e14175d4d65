package io.outcrop.access.probe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the question on which most others wait leave before those are made ready: a process that
/// has just begun takes all of its processors for that, and the first to ask would be the last to
/// be heard. Safe for many threads.
final class HeadStart {
  private final CountDownLatch left = new CountDownLatch(1);
  private final Duration longest;

  /// @param longest what the others lose at most, where the first cannot leave: its keys are still
  ///   fetched, its host is not found
  HeadStart(Duration longest) {
    this.longest = longest;
  }

  /// The first is on its way, or will never be.
  void leave() {
    left.countDown();
  }

  /// Waits until it is.
  void await() {
    try {
      var _ = left.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
