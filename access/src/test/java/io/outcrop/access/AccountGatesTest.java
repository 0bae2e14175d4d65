package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.client.Setting;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Models that AWS opens to few, regions and modes of data retention: seen, foretold, and changed
/// where the account's own API can.
final class AccountGatesTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");
  private static final String MYTHOS = "us.anthropic.claude-mythos-5-1";

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(TODAY);

  private InWorld world(String yaml) {
    InWorld.write(folder.resolve("world"), yaml);
    return InWorld.at(folder.resolve("world"), now::get);
  }

  private InWorld builtIn(String name) {
    return world(Worlds.text(name));
  }

  private Fixer fixer() {
    return InWorld.fixer(folder.resolve("journals"));
  }

  /// AWS says no more than that there is no access; the catalogue knows why.
  @ParameterizedTest
  @EnumSource(Probing.class)
  void aModelThatIsNotOpenToEveryAccountIsToldByTheCatalogue(Probing probing) {
    try (var world = builtIn("healthy")) {
      var examination = examine(world, MYTHOS, probing);

      assertThat(Mending.causes(examination)).containsExactly("model-restricted-for-account");
      assertThat(examination.root().orElseThrow().evidence())
          .anySatisfy(evidence -> {
            assertThat(evidence.kind()).isEqualTo("catalogue");
            assertThat(evidence.text()).contains("AWS opens `anthropic.claude-mythos-5-1` only to");
          });
    }
  }

  @Test
  void whereTheAccountIsOneOfThoseItIsANoteUntilACallWasAnswered() {
    try (var world =
        world(
            """
            formatVersion: 1
            name: cleared
            summary: AWS has opened the model to this account
            extends: healthy
            accounts:
              "111122223333":
                bedrock:
                  grantedModels: [anthropic.claude-mythos-5-1]
            """)) {
      var note = "whether this account is one of them, `--probe paid` tells";

      assertThat(examine(world, MYTHOS, Probing.FREE).notes().toString()).contains(note);
      assertThat(examine(world, MYTHOS, Probing.PAID).notes().toString()).doesNotContain(note);
    }
  }

  private static Examination examine(InWorld world, String model, Probing probing) {
    var request = world.request();
    var other = new Setting("BEDROCK_MODEL_ID", model, "given");
    return InWorld.doctor().examine(request.of(other, request.region()).probing(probing));
  }

  @Test
  void theModeOfDataRetentionIsSetAndSetBack() {
    try (var world = builtIn("data-retention-mode-required")) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);

      assertThat(Mending.changes(plan))
          .containsExactly(new Change.SetDataRetention("us-east-1", "default", "aws_review"));
      assertThat(plan.steps().getFirst().binding().facts()).containsEntry("mode", "default");

      var outcome = fixer.apply(plan, world.request());
      assertThat(Mending.states(outcome.steps())).containsExactly(State.APPLIED);
      assertThat(outcome.after().status()).isEqualTo(Status.HEALTHY);

      assertThat(Mending.states(fixer.undo(plan.id(), world.request()).steps()))
          .containsExactly(State.UNDONE);
      assertThat(Mending.causes(world.examine())).containsExactly("data-retention-mode-required");
    }
  }

  @Test
  void aModeThatSomebodyElseHasSetMeanwhileIsNotOverwritten() {
    try (var world = builtIn("data-retention-mode-required")) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);
      try (var account = Workbench.open(world.request()).orElseThrow()) {
        account.settled().setDataRetention("none");
      }

      var outcome = fixer.apply(plan, world.request());

      assertThat(Mending.states(outcome.steps())).containsExactly(State.FAILED);
      assertThat(outcome.after().findings().getFirst().sentence()).contains("is `none`");
    }
  }

  @Test
  void aRegionIsSwitchedOnAndThenLetsTheCallThrough() {
    try (var world = builtIn("region-not-opted-in")) {
      var fixer = fixer();
      var before = world.examine();
      var plan = fixer.plan(before, world.request());

      assertThat(before.findings().getFirst().confidence()).isEqualTo(Confidence.CERTAIN);
      assertThat(Mending.stage(before, "account").why()).contains("region DISABLED");
      assertThat(Mending.changes(plan)).containsExactly(new Change.EnableRegion("eu-south-1"));

      assertThat(Mending.states(fixer.apply(plan, world.request()).steps()))
          .containsExactly(State.APPLIED);
      assertThat(world.examine().findings().getFirst().sentence()).contains("being switched on");

      now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
      assertThat(Mending.causes(world.examine())).doesNotContain("region-not-opted-in");
      assertThat(Mending.states(fixer.undo(plan.id(), world.request()).steps()))
          .containsExactly(State.UNDONE);
    }
  }
}
