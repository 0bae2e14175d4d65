package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.Road.Fate;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever becomes of a write on its way, and of the one after it: what is on the disk and what is
/// in the account agree, nothing is done twice, and undo brings the account back.
@Execution(ExecutionMode.CONCURRENT)
final class BadRoadTest {
  /// How often the SDK tries one call.
  private static final int ATTEMPTS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "seed-a, DONE_BUT_LOST",
    "seed-a, LOST",
    "seed-c, DONE_BUT_LOST",
    "seed-d, DONE_BUT_LOST",
    "seed-e, DONE_BUT_LOST",
    "seed-e, DONE_BUT_FAILED",
    "seed-e, THROTTLED",
    "permissions-boundary-no-allow, DONE_BUT_LOST",
    "permissions-boundary-no-allow, DONE_BUT_FAILED",
    "anthropic-use-case-form, DONE_BUT_LOST",
  })
  void aWriteThatComesToGriefIsSettledByLooking(String name, Fate fate) {
    try (var world = InWorld.create(folder.resolve("world"), name);
        var road = new Road(Objects.requireNonNull(world.request().endpoint()))) {
      var fixer = InWorld.fixer(folder.resolve("journals")).withForm(Mending.FORM);
      var request = Mending.over(road.endpoint(), world.request());
      var before = Snapshot.of(world);
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      var expected = applied(world, name);
      for (var passing = 0; passing <= writes(plan.steps().size()); passing++) {
        road.plan(passing, grief(fate));
        var again = fixer.plan(InWorld.doctor().examine(request), request);
        var outcome = fixer.apply(again, request);
        assertThat(outcome.steps())
            .as("after %d writes", passing)
            .allSatisfy(step ->
                assertThat(step.state())
                    .as(step.title() + ": " + step.why())
                    .isEqualTo(State.APPLIED));
        if (!expected.isEmpty()) {
          assertThat(Snapshot.of(world)).isEqualTo(expected);
        }
        road.plan(passing, grief(fate));
        var undone = fixer.undo(again.id(), request).steps();
        assertThat(undone)
            .allSatisfy(step ->
                assertThat(step.state())
                    .as(step.title() + ": " + step.why())
                    .isIn(State.UNDONE, State.STAYS));
        if (undone.stream().anyMatch(step -> step.state() == State.STAYS)) {
          return;
        }
        assertThat(Snapshot.of(world)).isEqualTo(before);
        assertThat(fixer.history().getFirst().state()).isEqualTo(History.State.UNDONE);
      }
    }
  }

  /// What the world is like when nothing comes to grief; empty where the versions of policies are
  /// counted up.
  private String applied(InWorld world, String name) {
    if (name.startsWith("permissions")) {
      return "";
    }
    try (var calm = InWorld.create(folder.resolve("calm"), name)) {
      Mending.fix(calm, InWorld.fixer(folder.resolve("calm-journals")).withForm(Mending.FORM));
      assertThat(Snapshot.of(calm)).isNotEqualTo(Snapshot.of(world));
      return Snapshot.of(calm);
    }
  }

  private static int writes(int steps) {
    return Math.max(0, steps - 1);
  }

  /// The write and all that the SDK tries instead; what was done once must not be done again.
  private static List<Fate> grief(Fate fate) {
    var fates = new ArrayList<Fate>();
    fates.add(fate);
    fates.addAll(
        Collections.nCopies(
            ATTEMPTS - 1,
            switch (fate) {
              case DONE_BUT_LOST, LOST, PASS -> Fate.LOST;
              case THROTTLED -> Fate.PASS;
              case DONE_BUT_FAILED -> Fate.DONE_BUT_FAILED;
            }));
    return fates;
  }
}
