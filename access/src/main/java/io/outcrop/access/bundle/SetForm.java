package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A set as an array in the order of its elements' texts; a missing one is empty.
record SetForm(ListForm list) implements Form {
  @Override
  public Json write(Object value) {
    var ordered = ((Set<?>) value).stream().sorted(Comparator.comparing(Object::toString)).toList();
    return list.write(ordered);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    return list.read(json, spot).map(values -> Set.copyOf((List<?>) values));
  }

  @Override
  public Optional<Object> missing() {
    return Optional.of(Set.of());
  }
}
