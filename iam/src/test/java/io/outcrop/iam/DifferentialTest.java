package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.plain.Unseen;
import io.outcrop.iam.random.RandomWorld;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;

/// Engine and reference, asked the same. `-Ddifferential.seed` and `-Ddifferential.count` set how
/// much; for millions there is [DifferentialRun].
class DifferentialTest {
  private static final long SEED = Long.getLong("differential.seed", 1);
  private static final long COUNT = Long.getLong("differential.count", 100_000);

  @Test
  void engineAgreesWithTheReference() {
    var run = new DifferentialRun(SEED, COUNT);
    run.go();
    System.out.println("differential: seed " + SEED + ", count " + COUNT);
    assertThat(run.differences()).as("seed %d", SEED).isEmpty();
    for (var outcome : Outcome.values()) {
      var expected = outcome == Outcome.DEPENDS_ON_UNKNOWN ? 0 : 0.1;
      assertThat((double) run.count(outcome) / COUNT)
          .as("share of %s, seed %d", outcome, SEED)
          .isGreaterThanOrEqualTo(expected);
    }
  }

  @Test
  void engineAgreesWithTheReferenceAboutWhatNobodyCouldSee() {
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    var worlds = Math.min(3_000, COUNT);
    for (var seed = SEED; seed < SEED + worlds; seed++) {
      var world = new RandomWorld(seed);
      var layers = world.layersPartlyUnseen();
      var request = world.request();
      var outcome = Authorizer.prepare(layers).decideAsGiven(request).outcome();
      assertThat(outcome).as("seed %d", seed).isEqualTo(Unseen.decide(request, layers));
      outcomes.merge(outcome, 1, Integer::sum);
    }
    for (var outcome : Outcome.values()) {
      assertThat(outcomes.getOrDefault(outcome, 0))
          .as(outcome.name())
          .isGreaterThan((int) worlds / 15);
    }
  }
}
