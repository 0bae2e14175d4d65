package io.outcrop.access.composed;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Accounts that are made up, with none to three faults: AWS's answer is explained by the root that
/// the doctor names, mending it changes the answer, mending anything else does not, nothing is
/// named that is not there, and where nothing is wrong nothing is said. One that fails is made
/// small, and shown as a world's file.
///
/// `-Dcomposed.seed=N -Dcomposed.count=M` tries others.
final class ComposedWorldsTest {
  private static final List<Instant> CLOCKS =
      List.of(
          Instant.parse("2026-02-01T09:00:00Z"),
          Instant.parse("2026-08-25T09:00:00Z"),
          Instant.parse("2026-11-20T09:00:00Z"));
  private static final long SEED = Long.getLong("composed.seed", 20_261_120L);
  private static final int COUNT = Integer.getInteger("composed.count", 1_002);
  private static final int FIRST = 1_000;

  /// With all of its faults, and without each of them.
  private static final int ROOM = 4;

  @TempDir Path folder;

  static List<Instant> clocks() {
    return CLOCKS;
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void theRootAloneStandsInTheWay(Instant clock) throws InterruptedException {
    var count = COUNT / CLOCKS.size();
    var seed = SEED + (long) CLOCKS.indexOf(clock) * count;

    var trials = trials(clock, seed, count);
    var failing = failing(trials, folder);

    assertThat(failing.stream().limit(3).map(this::small).toList())
        .as("%d of %d fail, from seed %d", failing.size(), count, seed)
        .isEmpty();
    assertThat(trials).hasSize(count);
  }

  private static List<Trial> trials(Instant clock, long seed, int count) {
    var trials = new ArrayList<Trial>();
    LongStream.range(seed, seed + count)
        .mapToObj(one -> Composition.of(one, clock))
        .forEach(one -> trials.add(new Trial(one, FIRST + trials.size() * ROOM)));
    return trials;
  }

  private static List<Trial> failing(List<Trial> trials, Path folder) throws InterruptedException {
    try (var sandbox = started(trials, folder.resolve("world"));
        var threads = Executors.newFixedThreadPool(2)) {
      return threads
          .invokeAll(
              trials.stream()
                  .<Callable<List<Trial>>>map(trial ->
                      () ->
                          trial.run(sandbox, folder.resolve("clients")).isPresent()
                              ? List.of(trial)
                              : List.of())
                  .toList())
          .stream()
          .flatMap(result -> result.resultNow().stream())
          .toList();
    }
  }

  private static Sandbox started(List<Trial> trials, Path world) {
    var shared = trials.stream().filter(trial -> !trial.isAlone()).toList();
    var drafts =
        (shared.isEmpty() ? trials : shared).stream().flatMap(one -> one.drafts().stream());
    WorldFolder.create(world, ComposedWorld.of(drafts.toList()));
    var clock = InstantSource.fixed(trials.getFirst().composition().clock());
    return Sandbox.start(Sandbox.Options.in(world).withClock(clock));
  }

  /// What is wrong with the smallest composition that still fails, and its world's file.
  private String small(Trial trial) {
    for (var fault : trial.composition().faults()) {
      var smaller = trial.composition().without(fault);
      if (alone(smaller).isPresent()) {
        return small(new Trial(smaller, FIRST));
      }
    }
    return "%s: %s\n%s"
        .formatted(
            trial.composition(),
            alone(trial.composition()).orElse("fails only beside others"),
            trial.file());
  }

  private Optional<String> alone(Composition composition) {
    var trial = new Trial(composition, FIRST);
    var place = folder.resolve("alone-" + System.nanoTime());
    try (var sandbox = started(List.of(trial), place.resolve("world"))) {
      return trial.run(sandbox, place.resolve("clients"));
    }
  }
}
