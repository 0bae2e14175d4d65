package io.outcrop.sandbox.throttle;

/// What was used in the last minute, by the second. Seconds that have just become older than a
/// minute still count, so that no sixty seconds whatever hold more than was let in. Not safe for
/// several threads.
final class Minute {
  private static final int SLOTS = 61;

  private final long[] seconds = new long[SLOTS];
  private final long[] amounts = new long[SLOTS];

  /// What counts at `second`.
  long sum(long second) {
    var sum = 0L;
    for (var slot = 0; slot < SLOTS; slot++) {
      if (second - seconds[slot] < SLOTS) {
        sum += amounts[slot];
      }
    }
    return sum;
  }

  /// Adds `amount`, which may be negative, to what was used in `second`; nothing if that was too
  /// long ago to count.
  void add(long second, long amount) {
    var slot = (int) Math.floorMod(second, (long) SLOTS);
    if (seconds[slot] > second) {
      return;
    }
    if (seconds[slot] != second) {
      seconds[slot] = second;
      amounts[slot] = 0;
    }
    amounts[slot] += amount;
  }
}
