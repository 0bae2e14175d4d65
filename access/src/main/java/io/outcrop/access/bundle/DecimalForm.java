package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.Optional;

/// A number of any precision.
record DecimalForm() implements Form {
  @Override
  public Json write(Object value) {
    return Json.of((BigDecimal) value);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    return json instanceof Json.Num number
        ? Optional.of(new BigDecimal(number.value().toPlainString()))
        : spot.notA(json, "a number");
  }
}
