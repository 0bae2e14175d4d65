package io.outcrop.access.composed;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts that are made up, with none to three faults: AWS's answer is explained by the root that
/// the doctor names, mending it changes the answer, mending anything else does not, and where
/// nothing is wrong nothing is said.
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
  private static final int ROOM = 4;

  @TempDir Path folder;

  @Test
  void theRootAloneStandsInTheWay() throws InterruptedException {
    var failures = new ArrayList<String>();
    var tried = 0;
    for (var i = 0; i < CLOCKS.size(); i++) {
      var trials = trials(CLOCKS.get(i), SEED + (long) i * COUNT, COUNT / CLOCKS.size());
      tried += trials.size();
      failures.addAll(failures(trials, folder.resolve("batch-" + i)));
    }
    System.out.println("composed: " + tried + " accounts from seed " + SEED);
    assertThat(failures).as(failures.size() + " of " + tried).isEmpty();
  }

  private static List<Trial> trials(Instant clock, long seed, int count) {
    var trials = new ArrayList<Trial>();
    LongStream.range(seed, seed + count)
        .mapToObj(one -> Composition.of(one, clock))
        .forEach(one -> trials.add(new Trial(one, 1_000 + trials.size() * ROOM)));
    return trials;
  }

  private static List<String> failures(List<Trial> trials, Path folder)
      throws InterruptedException {
    var world = folder.resolve("world");
    WorldFolder.create(
        world,
        ComposedWorld.of(trials.stream().flatMap(trial -> trial.drafts().stream()).toList()));
    var clock = InstantSource.fixed(trials.getFirst().composition().clock());
    try (var sandbox = Sandbox.start(Sandbox.Options.in(world).withClock(clock));
        var threads = Executors.newFixedThreadPool(2)) {
      return threads
          .invokeAll(
              trials.stream()
                  .<java.util.concurrent.Callable<List<String>>>map(
                      trial -> () -> failure(trial, sandbox, folder))
                  .toList())
          .stream()
          .flatMap(result -> result.resultNow().stream())
          .toList();
    }
  }

  private static List<String> failure(Trial trial, Sandbox sandbox, Path folder) {
    return trial.run(sandbox, folder.resolve("clients")).stream()
        .map(why -> trial.composition() + ": " + why)
        .toList();
  }
}
