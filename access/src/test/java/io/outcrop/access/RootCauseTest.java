package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.FixOutcome.StepOutcome;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is named as the root is what stands in the way: mending it changes AWS's answer, mending
/// anything else does not; and mending all of it lets the call through.
final class RootCauseTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration AN_AGREEMENT_TAKES = Duration.ofMinutes(1);

  @TempDir Path folder;

  private static List<String> slugs(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  private static Examination examine(InWorld world) {
    return InWorld.doctor().examine(world.request());
  }

  /// Makes those changes of the whole plan that cure a cause which `wanted` names.
  private Examination fix(InWorld world, Predicate<String> wanted) {
    var fixer = InWorld.fixer(folder.resolve("journals"));
    var request = world.request();
    var whole = fixer.plan(InWorld.doctor().examine(request), request);
    var steps = whole.steps().stream().filter(step -> wanted.test(step.cause())).toList();
    var outcome = fixer.apply(whole.withSteps(steps), request);
    assertThat(outcome.steps())
        .as(outcome.steps().toString())
        .extracting(StepOutcome::state)
        .containsOnly(State.APPLIED);
    return examine(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-d", "seed-e"})
  void mendingTheRootAloneChangesTheAnswer(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var root = examine(world).root().orElseThrow().cause().slug();

      var after = fix(world, root::equals);

      assertThat(slugs(after)).doesNotContain(root);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-b", "seed-e"})
  void mendingAnythingElseDoesNot(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var root = examine(world).root().orElseThrow().cause().slug();

      var after = fix(world, cause -> !cause.equals(root));

      assertThat(slugs(after)).containsExactly(root);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-c", "seed-d", "seed-e"})
  void mendingAllOfItLetsTheCallThrough(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var after = fix(world, _ -> true);

      assertThat(slugs(after)).as(after.toString()).isEmpty();
      assertThat(after.status()).isEqualTo(Status.HEALTHY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-c", "seed-d", "seed-e"})
  void todayItEndsInAModelThatLives(String name) {
    var home = folder.resolve("world");
    WorldFolder.create(home, Worlds.get(name));
    var now = new AtomicReference<>(TODAY);
    try (var world = InWorld.at(home, now::get)) {
      var once = fix(world, _ -> true);
      assertThat(slugs(once)).as(once.toString()).containsExactly("model-end-of-life");

      var left = once;
      for (var round = 0; round < 3 && left.status() == Status.BROKEN; round++) {
        left = fix(world, _ -> true);
        if (slugs(left).equals(List.of("marketplace-agreement-pending"))) {
          now.updateAndGet(time -> time.plus(AN_AGREEMENT_TAKES));
          left = examine(world);
        }
      }
      assertThat(slugs(left)).as(left.toString()).isEmpty();
      assertThat(left.status()).isEqualTo(Status.HEALTHY);
    }
  }
}
