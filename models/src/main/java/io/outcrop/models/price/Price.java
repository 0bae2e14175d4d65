package io.outcrop.models.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// List prices of one route to a model, in US dollars for a million tokens.
///
/// @param usual what a call costs
/// @param longInput from how much input on it costs something else; 0 for never
/// @param ofLongInput what a call costs whose input is longer than that
/// @param source the title of where it was read
/// @param asOf the date of that source
public record Price(
    Map<Kind, BigDecimal> usual,
    long longInput,
    Map<Kind, BigDecimal> ofLongInput,
    String source,
    String asOf) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  public Price {
    usual = Map.copyOf(usual);
    ofLongInput = Map.copyOf(ofLongInput);
  }

  /// The kinds of tokens that are billed. Writing into a cache is that for five minutes.
  public enum Kind {
    INPUT,
    OUTPUT,
    CACHE_READ,
    CACHE_WRITE
  }

  /// What a call costs that used `tokens`, in US dollars; nothing if the price of one of the kinds
  /// that it used is not known.
  public Optional<BigDecimal> of(Map<Kind, Long> tokens) {
    var read = tokens.getOrDefault(Kind.INPUT, 0L) + tokens.getOrDefault(Kind.CACHE_READ, 0L);
    var input = read + tokens.getOrDefault(Kind.CACHE_WRITE, 0L);
    var prices = longInput > 0 && input > longInput ? ofLongInput : usual;
    var sum = BigDecimal.ZERO;
    for (var used : tokens.entrySet()) {
      var price = prices.get(used.getKey());
      if (used.getValue() > 0 && price == null) {
        return Optional.empty();
      }
      if (price != null) {
        sum = sum.add(price.multiply(BigDecimal.valueOf(used.getValue())));
      }
    }
    return Optional.of(sum.divide(MILLION));
  }
}
