package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A map by text as an object, its members in order; a missing one is empty.
record MapForm(Form value) implements Form {
  @Override
  public Json write(Object map) {
    var members = new TreeMap<String, Json>();
    ((Map<?, ?>) map)
        .forEach((name, one) -> members.put(TextForm.safe(String.valueOf(name)), value.write(one)));
    return Json.object(members);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (!(json instanceof Json.Obj object)) {
      return spot.notA(json, "an object");
    }
    var values = new LinkedHashMap<String, Object>();
    object
        .members()
        .forEach((name, member) ->
            value.read(member.value(), spot.at(name)).ifPresent(one -> values.put(name, one)));
    return values.size() == object.members().size()
        ? Optional.of(Map.copyOf(values))
        : Optional.empty();
  }

  @Override
  public Optional<Object> missing() {
    return Optional.of(Map.of());
  }
}
