package io.outcrop.access.paid;

import io.outcrop.access.body.MostTokens;
import java.math.BigDecimal;

/// What all calls of one paid probe cost at most.
public sealed interface Cost {
  /// Not more than this.
  ///
  /// @param dollars US dollars, by list prices and without tax
  /// @param each the tokens of one call
  /// @param source where the price was read
  /// @param asOf the date of that source
  record AtMost(BigDecimal dollars, MostTokens each, String source, String asOf) implements Cost {}

  /// Nothing at all.
  record Free(String why) implements Cost {}

  /// Nobody can say.
  record Unknown(String why) implements Cost {}
}
