package io.outcrop.cloud.reach;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// How long somebody still waits.
record Patience(Duration deadline, long startNanos) {
  static Patience of(Duration deadline) {
    return new Patience(deadline, System.nanoTime());
  }

  Duration since() {
    return since(startNanos);
  }

  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /// The time that is left for one of `shares` tries, at least a moment.
  int millis(int shares) throws SocketTimeoutException {
    var left = deadline.minus(since()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) Math.min(Math.max(left / shares, 1), Integer.MAX_VALUE);
  }
}
