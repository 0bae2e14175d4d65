package io.outcrop.sandbox.standin;

import java.time.Duration;

/// How fast the stand-in speaks.
///
/// @param firstToken how long it takes to begin
/// @param between how long it waits between two pieces
public record Pacing(Duration firstToken, Duration between) {
  /// At once.
  public static final Pacing NONE = new Pacing(Duration.ZERO, Duration.ZERO);

  /// How long an answer of so many pieces takes.
  public long millis(int pieces) {
    return Math.max(1, firstToken.plus(between.multipliedBy(Math.max(0, pieces))).toMillis());
  }
}
