package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list as an array; a missing one is empty.
record ListForm(Form element) implements Form {
  @Override
  public Json write(Object value) {
    return Json.array(((List<?>) value).stream().map(element::write).toList());
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (!(json instanceof Json.Arr array)) {
      return spot.notA(json, "an array");
    }
    var values = new ArrayList<Object>();
    for (var i = 0; i < array.elements().size(); i++) {
      element.read(array.elements().get(i), spot.at(Integer.toString(i))).ifPresent(values::add);
    }
    return values.size() == array.elements().size()
        ? Optional.of(List.copyOf(values))
        : Optional.empty();
  }

  @Override
  public Optional<Object> missing() {
    return Optional.of(List.of());
  }
}
