package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// In which order the gates are passed: read from `refusal-order.json`, where each step has its
/// source.
final class RefusalOrder {
  private RefusalOrder() {}

  /// The gates, first to last.
  static List<Gate> gates() {
    return steps().stream()
        .filter(step -> step.text("askedBy").filter("runtime"::equals).isPresent())
        .map(step -> gate(step.text("step").orElseThrow()))
        .toList();
  }

  private static Gate gate(String step) {
    return Gate.valueOf(step.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static List<Json.Obj> steps() {
    try (var in =
        RefusalOrder.class.getResourceAsStream("/io/outcrop/sandbox/refusal-order.json")) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        return data.list("steps").stream()
            .filter(Json.Obj.class::isInstance)
            .map(Json.Obj.class::cast)
            .toList();
      }
      throw new IllegalStateException("the order of refusals is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
