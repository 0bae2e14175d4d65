package io.outcrop.sandbox.standin;

import java.time.Duration;

/// Waits between two events of a stream. Returns early when its thread is interrupted.
@FunctionalInterface
public interface Pause {
  /// Waits for `time`.
  void await(Duration time);
}
