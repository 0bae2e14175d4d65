package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.History;
import io.outcrop.access.plan.Plan;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Wherever a fix is killed, and wherever the resumption is killed again: a last one ends where an
/// undisturbed one ends, and undo, killed as well, brings everything back.
@Execution(ExecutionMode.CONCURRENT)
final class KilledFixTest {
  @TempDir Path folder;

  /// The program is dead: nothing of it runs any more but what releases what it holds.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed-b",
        "seed-d",
        "seed-e",
        "permissions-boundary-no-allow",
        "vpce-policy-no-allow"
      })
  void whereverItIsKilledItEndsInTheSameState(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var before = Snapshot.of(world);
      var journals = folder.resolve("journals");
      var plan = Mending.plan(world, InWorld.fixer(journals));
      var undisturbed = "";
      var interrupted = true;
      for (var place = 0; interrupted; place++) {
        var again =
            new Plan(
                "%04d-again".formatted(place + 1),
                plan.terms(),
                plan.steps(),
                List.of(),
                List.of());
        var killed = isKilledAt(place, journals, fixer -> fixer.apply(again, world.request()));
        interrupted = place == 0 || killed;
        if (killed) {
          isKilledAt(2, journals, fixer -> goOn(world, fixer, again));
          goOn(world, InWorld.fixer(journals), again);
        }
        var fixer = InWorld.fixer(journals);
        assertThat(fixer.unfinished()).isEmpty();
        var now = states(world);
        undisturbed = undisturbed.isEmpty() ? now : undisturbed;
        assertThat(now).as("killed at " + place).isEqualTo(undisturbed);
        isKilledAt(1 + place % 4, journals, undoing -> undoing.undo(again.id(), world.request()));
        var undone = fixer.undo(again.id(), world.request());
        assertThat(undone.steps())
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.UNDONE));
        assertThat(states(world)).isEqualTo(states(before));
        assertThat(fixer.history().getFirst().state()).isEqualTo(History.State.UNDONE);
      }
      assertThat(undisturbed).isNotEqualTo(states(before));
    }
  }

  private static boolean isKilledAt(int place, Path journals, Consumer<Fixer> work) {
    var left = new AtomicInteger(place);
    try {
      work.accept(
          InWorld.fixer(
              journals,
              () -> {
                if (left.decrementAndGet() == 0) {
                  throw new Killed();
                }
              }));
      return false;
    } catch (Killed _) {
      return true;
    }
  }

  private static void goOn(InWorld world, Fixer fixer, Plan plan) {
    var unfinished = fixer.unfinished();
    if (unfinished.isPresent()) {
      fixer.resume(unfinished.get(), world.request());
    } else if (fixer.history().stream().noneMatch(one -> one.id().equals(plan.id()))) {
      fixer.apply(plan, world.request());
    }
  }

  /// New versions of a policy get new numbers.
  private static String states(InWorld world) {
    return states(Snapshot.of(world));
  }

  private static String states(String snapshot) {
    return snapshot.replaceAll("\"v\\d+\"", "\"v\"");
  }

  @Test
  void aProcessThatDiesLetsGoOfItsLockAndIsGoneOnWith() throws Exception {
    for (var place : List.of(3, 4)) {
      var home = folder.resolve("home-" + place);
      InWorld.create(home.resolve("world"), "seed-e").close();
      assertThat(diedAt(home, place)).isTrue();
      try (var world = InWorld.open(home.resolve("world"), null)) {
        var fixer = InWorld.fixer(home.resolve("journals"));
        var outcome = fixer.resume(fixer.unfinished().orElseThrow(), world.request());
        assertThat(Mending.causes(outcome.after())).isEmpty();
        assertThat(fixer.undo(outcome.planId(), world.request()).steps())
            .isNotEmpty()
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.UNDONE));
      }
    }
  }

  private static boolean diedAt(Path home, int place) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                InterruptedFix.class.getName(),
                home.resolve("world").toString(),
                home.resolve("journals").toString(),
                Integer.toString(place))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(home.resolve("output").toFile()))
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(TestFiles.text(home.resolve("output"))).isIn(0, 137);
    return process.exitValue() == 137;
  }

  /// Where this test's own classes come from, however it was started.
  private static String classPath() {
    return KilledFixTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }
}
