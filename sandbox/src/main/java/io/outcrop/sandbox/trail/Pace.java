package io.outcrop.sandbox.trail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Admits so many calls in any second, for each who calls. Safe for many threads.
final class Pace {
  private final int perSecond;
  private final Map<String, Deque<Instant>> admitted = new HashMap<>();

  Pace(int perSecond) {
    this.perSecond = perSecond;
  }

  synchronized boolean admits(String caller, Instant now) {
    var times = admitted.computeIfAbsent(caller, _ -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().isAfter(now.minusSeconds(1))) {
      times.removeFirst();
    }
    if (times.size() >= perSecond) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}
