package io.outcrop.sandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveWorldTest {
  private static final Instant MACHINE = Instant.parse("2026-11-28T00:00:00Z");

  private static LiveWorld open(Path folder) {
    return LiveWorld.open(folder, null, InstantSource.fixed(MACHINE));
  }

  private static Realm oneMore(Realm realm) {
    var faults = new ArrayList<>(realm.circumstances().faults());
    faults.add(
        new Fault(
            Fault.Kind.THROTTLE,
            Fault.Scope.ALL,
            new Fault.Odds(faults.size(), 1, 1, 0),
            Fault.Course.PLAIN));
    return realm.with(realm.circumstances().withFaults(faults));
  }

  @Test
  void noUpdateOfManyThreadsIsLost(@TempDir Path folder) throws Exception {
    LiveWorld.create(folder, Worlds.get("healthy").realm(), InstantSource.fixed(MACHINE));
    var threads = 16;
    var each = 20;
    try (var world = open(folder);
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Integer>>();
      for (var thread = 0; thread < threads; thread++) {
        tasks.add(() -> {
          for (var i = 0; i < each; i++) {
            world.call(() -> {
              var seen = world.realm();
              Thread.onSpinWait();
              world.commit(oneMore(seen));
              return seen;
            });
          }
          return each;
        });
      }
      for (var done : executor.invokeAll(tasks, 30, TimeUnit.SECONDS)) {
        assertThat(done.get()).isEqualTo(each);
      }
      assertThat(world.realm().circumstances().faults()).hasSize(threads * each);
    }
    try (var again = open(folder)) {
      assertThat(again.realm().circumstances().faults()).hasSize(threads * each);
    }
  }

  @Test
  void callsThatChangeNothingRunSideBySide(@TempDir Path folder) throws Exception {
    LiveWorld.create(folder, Worlds.get("healthy").realm(), InstantSource.fixed(MACHINE));
    try (var world = open(folder);
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var meeting = new CyclicBarrier(3);
      Callable<Boolean> reader =
          () ->
              world.call(() -> {
                try {
                  meeting.await(10, TimeUnit.SECONDS);
                  return true;
                } catch (Exception _) {
                  return false;
                }
              });
      for (var met : executor.invokeAll(List.of(reader, reader, reader))) {
        assertThat(met.get()).isTrue();
      }
    }
  }

  /// A client that leaves in the middle of a call interrupts whoever works for it.
  @Test
  void whoIsInterruptedChangesTheWorldAndLeavesItToOthers(@TempDir Path folder) {
    LiveWorld.create(folder, Worlds.get("healthy").realm(), InstantSource.fixed(MACHINE));
    try (var world = open(folder)) {
      Thread.currentThread().interrupt();
      add(world);
      assertThat(Thread.interrupted()).isTrue();
      add(world);
    }
    try (var again = open(folder)) {
      assertThat(again.realm().circumstances().faults()).hasSize(2);
    }
  }

  private static void add(LiveWorld world) {
    world.call(() -> {
      world.commit(oneMore(world.realm()));
      return world;
    });
  }

  @Test
  void changeOutsideOfACallIsRefused(@TempDir Path folder) {
    LiveWorld.create(folder, Worlds.get("healthy").realm(), InstantSource.fixed(MACHINE));
    try (var world = open(folder)) {
      assertThatThrownBy(() -> world.commit(world.realm()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void filesNameTheFolderInWhichTheWorldLives(@TempDir Path folder) throws IOException {
    var read =
        (WorldReading.Read)
            Worlds.read(
                """
                formatVersion: 1
                name: moved
                summary: A file names its home
                extends: application
                client: {files: {.aws/config: "token = ${home}/token"}}
                """);
    var growing = folder.resolve("growing");
    var lives = folder.resolve("lives");
    LiveWorld.create(growing, lives, read.world().realm(), InstantSource.fixed(MACHINE));
    Files.move(growing, lives);

    var home = ClientFiles.home(lives);
    assertThat(home.resolve(".aws/config"))
        .hasContent("token = " + home.toAbsolutePath() + "/token");
  }

  @Test
  void movedClockStaysMoved(@TempDir Path folder) {
    var realm = Worlds.get("healthy").realm();
    var start = realm.title().clock();
    LiveWorld.create(folder, realm, InstantSource.fixed(MACHINE));
    try (var world = open(folder)) {
      assertThat(world.clock().instant()).isEqualTo(start);
      world.moveClock(Duration.ofHours(2));
      world.moveClock(Duration.ofMinutes(-30));
      assertThat(world.clock().instant()).isEqualTo(start.plus(Duration.ofMinutes(90)));
    }
    var given = Instant.parse("2027-01-01T00:00:00Z");
    try (var world =
        LiveWorld.open(folder, InstantSource.fixed(given), InstantSource.fixed(MACHINE))) {
      world.moveClock(Duration.ofDays(1));
      assertThat(world.clock().instant()).isEqualTo(given.plus(Duration.ofDays(1)));
    }
    try (var world = open(folder)) {
      assertThat(world.clock().instant()).isEqualTo(start.plus(Duration.ofMinutes(90)));
    }
  }
}
