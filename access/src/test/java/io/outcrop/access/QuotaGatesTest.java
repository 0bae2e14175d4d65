package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quotas: seen, foretold, and asked for where they are nothing.
final class QuotaGatesTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");
  private static final String TINY = "throttle-quota-zero-or-low";

  /// Applied tokens per minute of `us.anthropic.claude-sonnet-5-5`; AWS decides after an hour.
  private static final String LITTLE =
      """
      formatVersion: 1
      name: little
      summary: An account with a quota of its own
      extends: application
      accounts:
        "111122223333":
          bedrock:
            quotas:
              applied: {us-east-1: {L-8DBF1BF4: %s}}
              review: {opensAfter: PT1M, decidesAfter: PT1H, outcome: APPROVED}
      """;

  private static final String THROTTLED =
      """
      faults:
        - kind: THROTTLE
          model: anthropic.claude-sonnet-5-5
          error: {message: "%s"}
      """;

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

  @Test
  void appliedValuesAndTheLastHourAreShown() {
    try (var world = builtIn("application")) {
      var examination = world.examine();

      assertThat(examination.status()).isEqualTo(Status.HEALTHY);
      assertThat(Mending.stage(examination, "quota").outcome()).isEqualTo(Stage.Outcome.SUCCEEDED);
      assertThat(Mending.stage(examination, "quota").why())
          .isEqualTo(
              "6,000,000 tokens per minute; 8,640,000,000 tokens per day; 700,000,000 tokens per"
                  + " day of all models together; last hour: 0 answered, 0 throttled");
    }
  }

  /// The sandbox counts tokens by itself: what is foretold is what it answers. Of nine one call
  /// takes all, and the other finds none.
  @ParameterizedTest
  @CsvSource({"3, true", "8, true", "9, false"})
  void aDayOfLessThanTheSmallestCallLetsNothingThrough(int tokens, boolean closed) {
    try (var world =
        world(
            """
            formatVersion: 1
            name: tiny
            summary: A new account whose daily quota of tokens is next to nothing
            extends: application
            accounts:
              "111122223333":
                bedrock:
                  tokensPerDay: {"anthropic.claude-sonnet-5-5": %d}
            """
                .formatted(tokens))) {
      for (var probing : List.of(Probing.NONE, Probing.FREE)) {
        var examination = InWorld.doctor().examine(world.request().probing(probing));
        assertThat(Mending.causes(examination)).isEqualTo(closed ? List.of(TINY) : List.of());
      }
      var paid = InWorld.doctor().examine(world.request().probing(Probing.PAID));
      assertThat(paid.findings()).isNotEmpty();
      assertThat(paid.findings().getFirst().cause().slug())
          .isIn(closed ? List.of(TINY) : List.of(TINY, "throttle-tokens-per-day"));
    }
  }

  @Test
  void whatWasThrottledBeforeIsCounted() {
    try (var world =
        world(
            LITTLE.formatted("6000000")
                + THROTTLED.formatted("Too many tokens, please wait before trying again."))) {
      world.examine();
      now.updateAndGet(time -> time.plusSeconds(600));

      var examination = world.examine();

      assertThat(Mending.causes(examination)).containsExactly("throttle-tokens-per-minute");
      assertThat(examination.findings().getFirst().evidence())
          .anyMatch(one -> one.text().contains("6,000,000 tokens per minute"))
          .anyMatch(one ->
              one.text().startsWith("in the last hour 6 calls to this model were throttled"));
      assertThat(examination.findings().getFirst().cures())
          .anyMatch(cure ->
              cure.applicability() == Applicability.NEEDS_VALUES
                  && cure.commands().toString().contains("--quota-code L-8DBF1BF4"));
      assertThat(examination.notes()).noneMatch(note -> note.contains(TINY));
    }
  }

  @Test
  void aTinyQuotaIsTheRootOnceAwsThrottles() {
    try (var world =
        world(
            LITTLE.formatted("1000")
                + THROTTLED.formatted("Too many tokens, please wait before trying again."))) {
      var examination = world.examine();

      assertThat(Mending.causes(examination)).containsExactly(TINY);
      assertThat(examination.findings().getFirst().confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(examination.findings().getFirst().sentence())
          .contains("1,000 tokens per minute (AWS's default: 6,000,000)");
    }
  }

  @Test
  void aTinyQuotaOfSomethingElseIsNot() {
    try (var world =
        world(
            LITTLE.formatted("1000")
                + THROTTLED.formatted(
                    "Too many tokens per day, please wait before trying again."))) {
      assertThat(Mending.causes(world.examine())).containsExactly("throttle-tokens-per-day");
    }
  }

  @Test
  void aTinyQuotaAloneIsNoFinding() {
    try (var world = world(LITTLE.formatted("1000"))) {
      assertThat(world.examine().status()).isEqualTo(Status.HEALTHY);
    }
  }

  @Test
  void tokensPerDayAreRaisedByAwsSupportAlone() {
    try (var world = builtIn(TINY)) {
      var examination = world.examine();

      assertThat(Mending.causes(examination)).containsExactly(TINY);
      assertThat(examination.findings().getFirst().cures())
          .allMatch(cure -> cure.applicability() == Applicability.SOMEONE_ELSE)
          .anyMatch(cure -> cure.commands().toString().contains("L-33C6F8A1"));
      assertThat(Mending.stage(examination, "quota").outcome()).isEqualTo(Stage.Outcome.REFUSED);
      assertThat(fixer().plan(examination, world.request()).steps()).isEmpty();
    }
  }

  @Test
  void aQuotaOfZeroIsAskedForOnceAndRaisedWhenAwsHasDecided() {
    try (var world = world(LITTLE.formatted("0"))) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);

      assertThat(Mending.changes(plan))
          .containsExactly(
              new Change.RequestQuota(
                  "L-8DBF1BF4",
                  "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 5.5",
                  "0",
                  "6000000"));
      assertThat(plan.steps().getFirst().binding().facts()).containsEntry("value", "0");

      var outcome = fixer.apply(plan, world.request());
      assertThat(Mending.states(outcome.steps())).containsExactly(State.APPLIED);
      assertThat(Mending.causes(outcome.after())).containsExactly(TINY);

      var again = fixer.apply(Mending.plan(world, fixer), world.request());
      assertThat(Mending.states(again.steps())).containsExactly(State.ALREADY);

      now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
      assertThat(world.examine().status()).isEqualTo(Status.HEALTHY);
      assertThat(Mending.states(fixer.undo(plan.id(), world.request()).steps()))
          .containsExactly(State.STAYS);
    }
  }
}
