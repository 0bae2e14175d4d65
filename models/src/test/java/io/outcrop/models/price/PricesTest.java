package io.outcrop.models.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.route.Route;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PricesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final Prices PRICES = Prices.shipped();

  private static Route us(String model) {
    return new Route.Geographic("us." + model, model, "us-east-1", List.of("us-east-1"));
  }

  @Test
  void fourKindsOfTokensAreSummed() {
    var price = PRICES.of(us("anthropic.claude-sonnet-5-5"), DAY).orElseThrow();
    assertThat(
            price.of(
                Map.of(
                    Price.Kind.INPUT, 1000L,
                    Price.Kind.OUTPUT, 100L,
                    Price.Kind.CACHE_READ, 10_000L,
                    Price.Kind.CACHE_WRITE, 2000L)))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("0.0099"));
    assertThat(price.asOf()).isEqualTo("2026-11-10");
  }

  @Test
  void longInputCostsMore() {
    var price = PRICES.of(us("anthropic.claude-haiku-5-5"), DAY).orElseThrow();
    assertThat(price.of(Map.of(Price.Kind.INPUT, 100_000L)))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("0.011"));
    assertThat(price.of(Map.of(Price.Kind.INPUT, 100_001L)))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("0.05500055"));
  }

  @Test
  void globalIsCheaperThanItsGeographies() {
    var model = "anthropic.claude-opus-5";
    var global = PRICES.of(new Route.Global("global." + model, model, "us-east-1"), DAY);
    var geographic = PRICES.of(us(model), DAY);
    var usedGlobally = global.orElseThrow().of(Map.of(Price.Kind.INPUT, 1_000_000L)).orElseThrow();
    assertThat(geographic.orElseThrow().of(Map.of(Price.Kind.INPUT, 1_000_000L)))
        .hasValueSatisfying(sum ->
            assertThat(sum).isEqualByComparingTo(usedGlobally.multiply(new BigDecimal("1.1"))));
  }

  @Test
  void priceOfALegacyModelRoseOnADay() {
    var route = new Route.OnDemand("anthropic.claude-3-5-sonnet-20241022-v2:0", "us-west-2");
    assertThat(PRICES.of(route, LocalDate.parse("2025-11-30")).orElseThrow().usual())
        .containsEntry(Price.Kind.INPUT, new BigDecimal("3.0"));
    assertThat(PRICES.of(route, LocalDate.parse("2025-12-01")).orElseThrow().usual())
        .containsEntry(Price.Kind.INPUT, new BigDecimal("6"));
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    var route = new Route.OnDemand("anthropic.claude-v2:1", "us-east-1");
    var price = PRICES.of(route, DAY).orElseThrow();
    assertThat(price.of(Map.of(Price.Kind.INPUT, 1L))).isPresent();
    assertThat(price.of(Map.of(Price.Kind.INPUT, 1L, Price.Kind.CACHE_READ, 1L))).isEmpty();
    assertThat(PRICES.of(us("anthropic.claude-mythos-5"), DAY)).isEmpty();
  }
}
