package io.outcrop.access.composed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A healthy account and the faults that are put into it. The same seed, the same account.
record Composition(long seed, Instant clock, List<Fault> faults) {
  private static final List<Integer> HOW_MANY = List.of(0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);

  Composition {
    faults = List.copyOf(faults);
  }

  static Composition of(long seed, Instant clock) {
    var dice = new Dice(seed * 31 + 7);
    var healthy = Base.draft(0, seed, clock);
    var possible = new ArrayList<>(Fault.all().stream().filter(one -> one.fits(healthy)).toList());
    var chosen = new ArrayList<Fault>();
    for (var left = dice.of(HOW_MANY); left > 0 && !possible.isEmpty(); left--) {
      var fault = dice.of(possible);
      chosen.add(fault);
      possible.removeIf(one -> one.group().equals(fault.group()));
    }
    return new Composition(seed, clock, chosen);
  }

  Composition without(Fault fault) {
    return new Composition(seed, clock, faults.stream().filter(one -> !one.equals(fault)).toList());
  }

  Draft draft(int number) {
    var draft = Base.draft(number, seed, clock);
    faults.forEach(fault -> fault.inject(draft, seed));
    return draft;
  }

  @Override
  public String toString() {
    return "seed %d, %s".formatted(seed, faults);
  }
}
