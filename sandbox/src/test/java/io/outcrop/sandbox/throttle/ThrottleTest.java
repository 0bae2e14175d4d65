package io.outcrop.sandbox.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.trace.ModelUse;
import io.outcrop.sandbox.trace.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final String MODEL = "anthropic.claude-opus-4-8";
  private static final String ACCOUNT = "111122223333";

  private final Throttle throttle = new Throttle((_, _, _) -> 0);

  private static Route us(String region) {
    return new Route.Geographic("us." + MODEL, MODEL, region, List.of("us-east-1", "us-west-2"));
  }

  private static Asked asked(String id, Route route, long tokens) {
    return new Asked(id, ACCOUNT, route, tokens);
  }

  private static ModelUse use(long input, long output) {
    return new ModelUse(
        us("us-east-1"),
        "us-west-2",
        false,
        new Tokens(input, output, 0, 0),
        Duration.ZERO,
        Duration.ZERO,
        false);
  }

  @Test
  void quotaOfZeroThrottlesEveryCall() {
    var ask = asked("a", us("us-east-1"), 0);
    assertThat(throttle.admit(ask, new Limits(0, 100, 100), NOW))
        .contains(Throttle.Excess.REQUESTS);
    assertThat(throttle.admit(ask, new Limits(100, 0, 100), NOW)).contains(Throttle.Excess.TOKENS);
    assertThat(throttle.admit(ask, new Limits(0, 0, 0), NOW))
        .contains(Throttle.Excess.TOKENS_PER_DAY);
  }

  @Test
  void largeMaxTokensThrottlesEarlyAndIsGivenBack() {
    var limits = new Limits(Limits.NONE, 1000, Limits.NONE);
    assertThat(throttle.admit(asked("a", us("us-east-1"), 900), limits, NOW)).isEmpty();
    assertThat(throttle.admit(asked("b", us("us-east-1"), 200), limits, NOW))
        .contains(Throttle.Excess.TOKENS);
    assertThat(throttle.settle("a", use(20, 10))).isEqualTo(20 + 15 * 10);
    assertThat(throttle.admit(asked("b", us("us-east-1"), 830), limits, NOW)).isEmpty();
  }

  @Test
  void burndownMayCountMoreThanWasReserved() {
    var limits = new Limits(Limits.NONE, 1000, Limits.NONE);
    assertThat(throttle.admit(asked("a", us("us-east-1"), 110), limits, NOW)).isEmpty();
    assertThat(throttle.settle("a", use(10, 100))).isEqualTo(1510);
    assertThat(throttle.admit(asked("b", us("us-east-1"), 1), limits, NOW.plusSeconds(60)))
        .contains(Throttle.Excess.TOKENS);
    assertThat(throttle.admit(asked("b", us("us-east-1"), 1), limits, NOW.plusSeconds(61)))
        .isEmpty();
  }

  @Test
  void minutesAreOfARouteAndDaysOfAnAccountInARegion() {
    var limits = new Limits(1, Limits.NONE, 100);
    assertThat(throttle.admit(asked("a", us("us-east-1"), 60), limits, NOW)).isEmpty();
    assertThat(throttle.admit(asked("b", us("us-east-1"), 10), limits, NOW))
        .contains(Throttle.Excess.REQUESTS);
    var global = new Route.Global("global." + MODEL, MODEL, "us-east-1");
    assertThat(throttle.admit(asked("c", global, 30), limits, NOW)).isEmpty();
    var other = new Route.OnDemand("anthropic.claude-opus-5", "us-east-1");
    assertThat(throttle.admit(asked("d", other, 20), limits, NOW))
        .contains(Throttle.Excess.TOKENS_PER_DAY);
    assertThat(throttle.admit(asked("e", us("us-west-2"), 20), limits, NOW)).isEmpty();
  }

  @Test
  void dayIsOverAtMidnight() {
    var limits = new Limits(Limits.NONE, Limits.NONE, 100);
    var late = Instant.parse("2026-11-20T23:59:59Z");
    assertThat(throttle.admit(asked("a", us("us-east-1"), 100), limits, late)).isEmpty();
    assertThat(throttle.admit(asked("b", us("us-east-1"), 1), limits, late))
        .contains(Throttle.Excess.TOKENS_PER_DAY);
    assertThat(throttle.admit(asked("b", us("us-east-1"), 1), limits, late.plusSeconds(1)))
        .isEmpty();
  }

  @Test
  void whatWasUsedBeforeTheProcessBeganCounts() {
    var again =
        new Throttle((account, region, from) -> {
          assertThat(account + region + from)
              .isEqualTo("111122223333us-east-12026-11-20T00:00:00Z");
          return 95;
        });
    var limits = new Limits(Limits.NONE, Limits.NONE, 100);
    assertThat(again.admit(asked("a", us("us-east-1"), 6), limits, NOW))
        .contains(Throttle.Excess.TOKENS_PER_DAY);
    assertThat(again.admit(asked("a", us("us-east-1"), 5), limits, NOW)).isEmpty();
  }

  @Test
  void everyModelOfTheCatalogueHasItsFactor() {
    var burndown = Burndown.shipped();
    assertThat(ModelCatalogue.shipped().models())
        .isNotEmpty()
        .allSatisfy(model -> assertThat(burndown.knows(model.id())).as(model.id()).isTrue());
  }
}
