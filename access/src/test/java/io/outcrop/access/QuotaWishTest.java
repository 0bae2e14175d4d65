package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.change.QuotaOffer;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.FixOutcome.StepOutcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of a quota is asked for, where somebody says it.
final class QuotaWishTest {
  private static final String TOKENS = "L-8DBF1BF4";

  @TempDir Path folder;

  /// An account with so many tokens per minute, whose calls are throttled.
  private static String throttled(String applied) {
    return """
    formatVersion: 1
    name: throttled
    summary: An account whose calls are throttled
    extends: application
    accounts:
      "111122223333":
        bedrock:
          quotas:
            applied: {us-east-1: {L-8DBF1BF4: %s}}
            review: {opensAfter: PT1M, decidesAfter: PT1H, outcome: APPROVED}
    faults:
      - kind: THROTTLE
        model: anthropic.claude-sonnet-5-5
        error: {message: "Too many tokens, please wait before trying again."}
    """
        .formatted(applied);
  }

  private InWorld world(String applied) {
    return InWorld.written(folder.resolve("world"), throttled(applied));
  }

  private Fixer fixer(Map<String, BigDecimal> wanted) {
    return InWorld.fixer(folder.resolve("journals")).with(Wishes.USUAL.withQuotas(wanted));
  }

  @Test
  void nothingIsAskedForWhereNobodySaysHowMuch() {
    try (var living = world("6000000")) {
      var examination = InWorld.doctor().examine(living.request());

      assertThat(Mending.causes(examination)).containsExactly("throttle-tokens-per-minute");
      assertThat(examination.findings().getFirst().cures().toString())
          .contains("outcrop fix --quota L-8DBF1BF4=<value>");
      assertThat(fixer(Map.of()).plan(examination, living.request()).steps()).isEmpty();
    }
  }

  @Test
  void soMuchAsIsWantedIsAskedForOnce() {
    try (var living = world("6000000")) {
      var fixer = fixer(Map.of(TOKENS, new BigDecimal("9000000")));
      var before = InWorld.doctor().examine(living.request());
      var plan = fixer.plan(before, living.request());

      assertThat(plan.steps())
          .singleElement()
          .extracting(step -> step.change())
          .isEqualTo(
              new Change.RequestQuota(
                  TOKENS,
                  "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 5.5",
                  "6000000",
                  "9000000"));
      assertThat(fixer.apply(plan, living.request()).steps())
          .extracting(StepOutcome::state)
          .containsExactly(State.APPLIED);
      var again = fixer.plan(InWorld.doctor().examine(living.request()), living.request());
      assertThat(fixer.apply(again, living.request()).steps())
          .extracting(StepOutcome::state)
          .containsExactly(State.ALREADY);
    }
  }

  /// Without a word of anybody it would be AWS's default.
  @Test
  void whatIsWantedStandsInPlaceOfTheDefault() {
    try (var living = world("0")) {
      var before = InWorld.doctor().examine(living.request());
      var usual = fixer(Map.of()).plan(before, living.request());
      var wanted = fixer(Map.of(TOKENS, new BigDecimal("7000000"))).plan(before, living.request());

      assertThat(usual.steps())
          .extracting(step -> desired(step.change()))
          .containsExactly("6000000");
      assertThat(wanted.steps())
          .extracting(step -> desired(step.change()))
          .containsExactly("7000000");
    }
  }

  private static String desired(Change change) {
    return change instanceof Change.RequestQuota request ? request.desired() : "";
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 6000000, 1000, is 1000 already",
    "1000, 6000000, 999, is 1000 already",
    "1000, 6000000, 5999999, takes requests for AWS's default and more",
    "1000, 6000000, 6000000,",
    "8000000, 6000000, 7000000, is 8000000 already",
    "8000000, 6000000, 8000001,",
    "8000000,, 8000001,",
  })
  void aValueIsHeldAgainstWhatAppliesAndAgainstTheDefault(
      BigDecimal applied, @Nullable BigDecimal standard, BigDecimal wanted, @Nullable String why) {
    var known = standard == null ? List.<BigDecimal>of() : List.of(standard);
    var refusal = new QuotaOffer(TOKENS, "tokens", applied, known).refusal(wanted);

    if (why == null) {
      assertThat(refusal).isEmpty();
    } else {
      assertThat(refusal.orElseThrow()).contains(why);
    }
  }
}
