package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.Optional;

/// A boolean; a missing one is false.
final class FlagForm implements Form {
  @Override
  public Json write(Object value) {
    return Json.of((boolean) value);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    return json instanceof Json.Bool flag
        ? Optional.of(flag.value())
        : spot.notA(json, "a boolean");
  }

  @Override
  public Optional<Object> missing() {
    return Optional.of(false);
  }
}
