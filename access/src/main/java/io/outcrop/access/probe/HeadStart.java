package io.outcrop.access.probe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the question on which most others wait leave before those are made ready: a process that
/// has just begun takes all of its processors for that, and the first to ask would be the last to
/// be heard. Safe for many threads.
final class HeadStart {
  /// What the others lose at most, where the first cannot leave: its keys are still fetched, its
  /// host is not found.
  private static final Duration LONGEST = Duration.ofMillis(200);

  private final CountDownLatch left = new CountDownLatch(1);

  /// The first is on its way, or will never be.
  void leave() {
    left.countDown();
  }

  /// Waits until it is.
  void await() {
    try {
      var _ = left.await(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
