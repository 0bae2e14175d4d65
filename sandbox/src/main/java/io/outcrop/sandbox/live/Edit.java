package io.outcrop.sandbox.live;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// One place at which two documents differ. Arrays and values are replaced whole; objects member by
/// member, so that a change in a large world is as small as it is.
sealed interface Edit {
  /// The names of the members that lead there; empty for the document itself.
  List<String> at();

  /// The place holds `value` now.
  record Put(List<String> at, Json value) implements Edit {
    public Put {
      at = List.copyOf(at);
    }
  }

  /// Nothing is there any more.
  record Removed(List<String> at) implements Edit {
    public Removed {
      at = List.copyOf(at);
    }
  }

  /// What turns `before` into `after`. Members that are new come at the end, as maps of a realm
  /// grow; objects that are one and the same are not looked into.
  static List<Edit> between(Json.Obj before, Json.Obj after) {
    var edits = new ArrayList<Edit>();
    collect(before, after, new ArrayList<>(), edits);
    return edits;
  }

  @SuppressWarnings("ReferenceEquality") // the same object is not different; others are compared
  private static void collect(
      Json.Obj before, Json.Obj after, List<String> path, List<Edit> edits) {
    for (var name : before.members().keySet()) {
      if (!after.members().containsKey(name)) {
        edits.add(new Removed(below(path, name)));
      }
    }
    for (var entry : after.members().entrySet()) {
      var old = before.members().get(entry.getKey());
      var now = entry.getValue().value();
      if (old == null) {
        edits.add(new Put(below(path, entry.getKey()), now));
      } else if (old.value() != now) {
        changed(old.value(), now, below(path, entry.getKey()), edits);
      }
    }
  }

  private static void changed(Json before, Json after, List<String> path, List<Edit> edits) {
    if (before instanceof Json.Obj old && after instanceof Json.Obj now) {
      collect(old, now, path, edits);
    } else if (!before.equals(after)) {
      edits.add(new Put(path, after));
    }
  }

  private static List<String> below(List<String> path, String name) {
    var result = new ArrayList<>(path);
    result.add(name);
    return result;
  }

  /// `document` with this edit made.
  default Json.Obj applied(Json.Obj document) {
    return applied(document, 0);
  }

  private Json.Obj applied(Json.Obj object, int depth) {
    var name = at().get(depth);
    if (depth + 1 < at().size()) {
      var inner = object.object(name).orElseGet(Json::object);
      return object.with(name, applied(inner, depth + 1));
    }
    return switch (this) {
      case Put(_, Json value) -> object.with(name, value);
      case Removed _ -> object.without(name);
    };
  }

  /// As the journal writes it: `{"at":[…],"value":…}`; without a value if the place is empty now.
  default Json.Obj written() {
    var members = new LinkedHashMap<String, Json>();
    members.put("at", Json.ofTexts(at()));
    if (this instanceof Put(_, Json value)) {
      members.put("value", value);
    }
    return Json.object(members);
  }

  /// Reads what [#written] wrote; nothing if it is no edit.
  static Optional<Edit> read(Json written) {
    if (!(written instanceof Json.Obj object)) {
      return Optional.empty();
    }
    var path = object.list("at").stream().flatMap(name -> name.asText().stream()).toList();
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(
            object.get("value").<Edit>map(value -> new Put(path, value)).orElse(new Removed(path)));
  }
}
