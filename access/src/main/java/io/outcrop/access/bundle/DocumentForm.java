package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.Optional;

/// A JSON document as its text, every value where it stood when it was read: findings name lines
/// and columns.
final class DocumentForm implements Form {
  @Override
  public Json write(Object value) {
    return Json.of(TextForm.safe(PlacedText.of((Json) value)));
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (json.asText().isEmpty()) {
      return spot.notA(json, "a string that holds a JSON object");
    }
    return switch (JsonReader.read(json.asText().get())) {
      case JsonReading.Read(Json.Obj document) -> Optional.of(document);
      case JsonReading.Read(var other) ->
          spot.wrong(json, "the text holds " + other.kind() + ", expected an object");
      case JsonReading.Malformed(var message, var position) ->
          spot.wrong(json, "the text is no JSON: " + position + ": " + message);
    };
  }
}
