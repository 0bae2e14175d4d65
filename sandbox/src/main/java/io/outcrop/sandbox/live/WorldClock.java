package io.outcrop.sandbox.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs as another does, and can be moved. Safe for many threads.
final class WorldClock implements InstantSource {
  private final InstantSource base;
  private final Duration kept;
  private final boolean lasts;
  private volatile Duration moved;

  private WorldClock(InstantSource base, Duration kept, boolean lasts) {
    this.base = base;
    this.kept = kept;
    this.lasts = lasts;
    this.moved = lasts ? kept : Duration.ZERO;
  }

  /// A world's own clock, which was moved by `kept` before; moving it outlives the process.
  static WorldClock own(InstantSource base, Duration kept) {
    return new WorldClock(base, kept, true);
  }

  /// A clock in place of a world's own: how that was moved, `kept`, stays as it is.
  static WorldClock given(InstantSource base, Duration kept) {
    return new WorldClock(base, kept, false);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(moved);
  }

  /// Moves it; one at a time.
  void move(Duration time) {
    moved = moved.plus(time);
  }

  /// How far the world's own clock is moved.
  Duration lasting() {
    return lasts ? moved : kept;
  }
}
