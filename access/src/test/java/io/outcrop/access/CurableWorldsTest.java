package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In every built-in world: what can be cured is cured, and undo brings the world back.
@Execution(ExecutionMode.CONCURRENT)
final class CurableWorldsTest {
  /// A region that is being switched on cannot be switched off before that is done, minutes later.
  private static final String TAKES_MINUTES = "region-not-opted-in";

  /// Worlds that an account's own APIs, or the client's own files, mend wholly. Not among them is
  /// `iam-allow-conditional-not-met`: its condition is to be met, and no grant goes around it.
  private static final List<String> CURABLE =
      List.of(
          "seed-a",
          "seed-b",
          "seed-c",
          "seed-d",
          "seed-e",
          "anthropic-use-case-form",
          "arn-region-mismatch",
          "credentials-invalid",
          "iam-missing-destination-region-fm-arn",
          "iam-missing-inference-profile-arn",
          "iam-missing-stream-action",
          "iam-no-identity-policy-allow",
          "identity-deny-global-profile",
          "identity-deny-region-condition",
          "identity-explicit-deny",
          "invalid-model-id-alias",
          "invalid-model-id-suffix",
          "marketplace-permissions",
          "model-end-of-life",
          "model-legacy-inactive",
          "model-not-in-region",
          "on-demand-not-supported",
          "permissions-boundary-explicit-deny",
          "permissions-boundary-no-allow",
          "profile-prefix-region-mismatch",
          "vpce-policy-explicit-deny",
          "vpce-policy-no-allow",
          "data-retention-mode-required");

  /// What stays where a form was filed.
  private static final String FORM = "useCaseForm";

  /// Whoever looks through IAM Identity Center gets sessions of a role, which last.
  private static final String SESSIONS = "sessions";

  private static final String SIGNS_IN = "sso-application";

  @TempDir Path folder;

  static Stream<String> worlds() {
    return Worlds.builtIn().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatCanBeMendedIsMendedAndUndoBringsItBack(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var fixer = InWorld.fixer(folder.resolve("journals")).withForm(Mending.FORM);
      var left = name.equals(SIGNS_IN) ? Set.of(SESSIONS) : Set.<String>of();
      var before = Snapshot.of(world, left);
      var beforeButForForm = Snapshot.of(world, Set.of(FORM));
      var rounds = Mending.fixAll(world, fixer);
      if (CURABLE.contains(name)) {
        assertThat(rounds).as("rounds in " + name).isNotEmpty();
        assertThat(rounds.getLast().after().status())
            .as(name + ": " + Mending.causes(rounds.getLast().after()))
            .isEqualTo(Examination.Status.HEALTHY);
        assertThat(rounds.getLast().proof().calls()).isPositive();
        assertThat(rounds)
            .flatExtracting(FixOutcome::steps)
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.APPLIED));
      }
      assertThat(rounds)
          .flatExtracting(FixOutcome::steps)
          .allSatisfy(step ->
              assertThat(step.state())
                  .as(step.title() + ": " + step.why())
                  .isIn(FixOutcome.State.APPLIED, FixOutcome.State.ALREADY));
      if (name.equals(TAKES_MINUTES)) {
        return;
      }
      var stays = false;
      for (var round : rounds.reversed()) {
        var undone = fixer.undo(round.planId(), world.request()).steps();
        stays |= undone.stream().anyMatch(step -> step.state() == FixOutcome.State.STAYS);
        assertThat(undone)
            .allSatisfy(step ->
                assertThat(step.state())
                    .as(step.title() + ": " + step.why())
                    .isIn(FixOutcome.State.UNDONE, FixOutcome.State.STAYS));
      }
      if (stays) {
        assertThat(Snapshot.of(world, Set.of(FORM))).isEqualTo(beforeButForForm);
      } else {
        assertThat(Snapshot.of(world, left)).isEqualTo(before);
      }
    }
  }

  @Test
  void everyStepIsBoundToWhatItChanges() {
    var unbound = new ArrayList<String>();
    for (var name : List.of("seed-a", "seed-c", "seed-d", "seed-e", "anthropic-use-case-form")) {
      try (var world = InWorld.create(folder.resolve(name), name)) {
        var fixer = InWorld.fixer(folder.resolve(name + "-journals")).withForm(Mending.FORM);
        Mending.plan(world, fixer).steps().stream()
            .filter(step -> !(step.change() instanceof Change.SetEnvVariable))
            .filter(step -> step.binding().facts().isEmpty())
            .map(Plan.Step::title)
            .forEach(unbound::add);
      }
    }
    assertThat(unbound).isEmpty();
  }
}
