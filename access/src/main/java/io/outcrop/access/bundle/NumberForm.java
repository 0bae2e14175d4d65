package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.Optional;

/// A whole number.
///
/// @param small whether it is an `int`
record NumberForm(boolean small) implements Form {
  @Override
  public Json write(Object value) {
    return Json.of(((Number) value).longValue());
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (json instanceof Json.Num number) {
      try {
        return small
            ? Optional.of(number.value().intValueExact())
            : Optional.of(number.value().longValueExact());
      } catch (ArithmeticException _) {
        return spot.wrong(json, "`" + number + "` is no whole number, or too large");
      }
    }
    return spot.notA(json, "a number");
  }
}
