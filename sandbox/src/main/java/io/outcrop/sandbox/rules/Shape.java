package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which members an object has, of which kinds; none else is permitted.
///
/// @param members name to kind, in the order in which they are looked at
record Shape(Map<String, Member> members) {
  /// @param kind what its value is
  /// @param isRequired whether it has to be there
  record Member(Kind kind, boolean isRequired) {}

  /// What a value is.
  enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    LIST,
    OBJECT,
    STRING_OR_LIST,
    ANY
  }

  static Shape none() {
    return new Shape(Map.of());
  }

  Shape needs(String name, Kind kind) {
    return with(name, new Member(kind, true));
  }

  Shape takes(String name, Kind kind) {
    return with(name, new Member(kind, false));
  }

  private Shape with(String name, Member member) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, member);
    return new Shape(changed);
  }

  /// What is wrong with `object`, which stands at `path` (with a dot behind it, or empty):
  /// something missing, something of another kind, something too many; in this order.
  Optional<Refusal> problem(String path, Json.Obj object) {
    for (var member : members.entrySet()) {
      var value = object.get(member.getKey());
      if (value.isEmpty()) {
        if (member.getValue().isRequired()) {
          return Refusal.because(Sentence.REQUIRED, path + member.getKey());
        }
        continue;
      }
      var problem = problem(path + member.getKey(), value.get(), member.getValue());
      if (problem.isPresent()) {
        return problem;
      }
    }
    for (var name : object.members().keySet()) {
      if (!members.containsKey(name)) {
        return Refusal.because(Sentence.EXTRA, path + name);
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> problem(String path, Json value, Member member) {
    if (value instanceof Json.Null && !member.isRequired()) {
      return Optional.empty();
    }
    return switch (member.kind()) {
      case STRING -> Refusal.unless(value instanceof Json.Str, Sentence.STRING, path);
      case INTEGER -> Refusal.unless(isWhole(value), Sentence.INTEGER, path);
      case NUMBER -> Refusal.unless(value instanceof Json.Num, Sentence.NUMBER, path);
      case BOOLEAN -> Refusal.unless(value instanceof Json.Bool, Sentence.BOOLEAN, path);
      case LIST -> Refusal.unless(value instanceof Json.Arr, Sentence.LIST, path);
      case OBJECT -> Refusal.unless(value instanceof Json.Obj, Sentence.DICTIONARY, path);
      case STRING_OR_LIST ->
          Refusal.unless(
              value instanceof Json.Str || value instanceof Json.Arr, Sentence.LIST, path);
      case ANY -> Optional.empty();
    };
  }

  private static boolean isWhole(Json value) {
    return value instanceof Json.Num number && number.value().stripTrailingZeros().scale() <= 0;
  }
}
