package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.conversation.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes bodies of Messages requests apart.
final class Bodies {
  private Bodies() {}

  /// The object that `text` is, if it is one.
  static Optional<Json.Obj> object(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj body)
        ? Optional.of(body)
        : Optional.empty();
  }

  /// `body` without what belongs to one door alone.
  static Ask ask(Json.Obj body, List<String> betas) {
    var asked = body;
    for (var name : List.of("anthropic_version", "anthropic_beta", "model", "stream")) {
      asked = asked.get(name).isPresent() ? asked.without(name) : asked;
    }
    return new Ask(asked, betas);
  }

  /// Flags as a body's array or a header's list brings them.
  static List<String> flags(String list) {
    var flags = new ArrayList<String>();
    for (var flag : list.split(",", -1)) {
      if (!flag.isBlank()) {
        flags.add(flag.strip());
      }
    }
    return flags;
  }
}
