package io.outcrop.sandbox.throttle;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.trace.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// How many tokens of a quota a call used: output counts more than once with newer models. Read
/// from `burndown.json`, where each factor has its source.
final class Burndown {
  private static final String FILE = "/io/outcrop/sandbox/throttle/burndown.json";

  private final Map<String, Long> factors;

  private Burndown(Map<String, Long> factors) {
    this.factors = Map.copyOf(factors);
  }

  static Burndown shipped() {
    try (var in = Burndown.class.getResourceAsStream(FILE)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj document)) {
        return new Burndown(factors(document));
      }
      throw new IllegalStateException("`" + FILE + "` is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Long> factors(Json.Obj document) {
    var factors = new HashMap<String, Long>();
    for (var row : document.list("factors")) {
      if (row instanceof Json.Obj factor
          && factor.get("factor").orElse(null) instanceof Json.Num(var value, _)) {
        factors.put(factor.text("model").orElseThrow(), value.longValue());
      }
    }
    return factors;
  }

  /// The factor of a model; 1 for one that no source knows.
  long factor(String modelId) {
    return factors.getOrDefault(modelId, 1L);
  }

  /// Whether a source says anything of a model.
  boolean knows(String modelId) {
    return factors.containsKey(modelId);
  }

  /// What `tokens` of a model count for. Reading from a cache is free.
  long counted(String modelId, Tokens tokens) {
    return tokens.input() + tokens.cacheWrite() + tokens.output() * factor(modelId);
  }
}
