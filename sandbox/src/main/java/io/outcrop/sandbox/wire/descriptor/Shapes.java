package io.outcrop.sandbox.wire.descriptor;

import io.outcrop.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The structures and types of a service. They stay texts until they are asked for, which keeps
/// both the first call and the memory small. Safe for many threads.
final class Shapes {
  private final Map<String, String> structureTexts;
  private final Map<String, String> typeTexts;
  private final Map<String, Structure> structures = new ConcurrentHashMap<>();
  private final Map<String, Type> types = new ConcurrentHashMap<>();
  private final Notation notation = new Notation(this::type);

  Shapes(Json.Obj structures, Json.Obj types) {
    this.structureTexts = texts(structures);
    this.typeTexts = texts(types);
  }

  Set<String> names() {
    return structureTexts.keySet();
  }

  /// The structure or union `name`.
  Structure structure(String name) {
    var known = structures.get(name);
    if (known != null) {
      return known;
    }
    var text = structureTexts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no structure `" + name + "`");
    }
    var made = notation.structure(text);
    structures.put(name, made);
    return made;
  }

  private Type type(String name) {
    var known = types.get(name);
    if (known != null) {
      return known;
    }
    var text = typeTexts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no type `" + name + "`");
    }
    var made = notation.type(text);
    types.put(name, made);
    return made;
  }

  private static Map<String, String> texts(Json.Obj source) {
    var result = HashMap.<String, String>newHashMap(source.members().size());
    source
        .members()
        .forEach((name, member) -> result.put(name, member.value().asText().orElseThrow()));
    return result;
  }
}
