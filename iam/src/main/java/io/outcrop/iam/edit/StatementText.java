package io.outcrop.iam.edit;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Statements as JSON, changed so that all that need not change stays as it is written.
final class StatementText {
  private StatementText() {}

  /// The statements of a document.
  static List<Json.Obj> statements(Json.Obj document) {
    return document
        .get("Statement")
        .map(value -> value instanceof Json.Arr array ? array.elements() : List.of(value))
        .orElse(List.of())
        .stream()
        .map(Json.Obj.class::cast)
        .toList();
  }

  /// `document` with these statements; one that stood alone without an array still does.
  static Json.Obj with(Json.Obj document, List<Json.Obj> statements) {
    var alone = document.get("Statement").filter(Json.Obj.class::isInstance).isPresent();
    return document.with(
        "Statement",
        alone && statements.size() == 1 ? statements.getFirst() : Json.array(statements));
  }

  /// The texts of an element that is a string or an array of strings.
  static List<String> texts(Json.Obj object, String element) {
    return object
        .get(element)
        .map(value ->
            value instanceof Json.Arr array
                ? array.elements().stream().map(StatementText::scalar).toList()
                : List.of(scalar(value)))
        .orElse(List.of());
  }

  private static String scalar(Json value) {
    return value.asText().orElseGet(value::toString);
  }

  /// `object` with an element of `texts`: an array where it was one, or where there are many.
  static Json.Obj withTexts(Json.Obj object, String element, List<String> texts) {
    var wasArray = object.get(element).filter(Json.Arr.class::isInstance).isPresent();
    var value = texts.size() == 1 && !wasArray ? Json.of(texts.getFirst()) : Json.ofTexts(texts);
    return object.with(element, value);
  }

  /// `object` with the member `name` replaced by one of another name, in its place.
  static Json.Obj renamed(Json.Obj object, String name, String newName, Json value) {
    var members = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach((key, member) -> {
          if (key.equals(name)) {
            members.put(newName, value);
          } else {
            members.put(key, member.value());
          }
        });
    return Json.object(members);
  }

  /// The name of the member that `key` names in any case, if there is one.
  static Optional<String> memberIgnoringCase(Json.Obj object, String key) {
    return object.members().keySet().stream().filter(key::equalsIgnoreCase).findFirst();
  }

  /// A `Sid` that no statement of `document` has: `base`, or `base` with a number.
  static String freeSid(List<Json.Obj> statements, String base) {
    var taken = new HashSet<String>();
    statements.forEach(statement -> statement.text("Sid").ifPresent(taken::add));
    var sid = base;
    for (var number = 2; taken.contains(sid); number++) {
      sid = base + number;
    }
    return sid;
  }

  /// `statements` with the one at `index` replaced by `pieces`. The first keeps the `Sid`; the
  /// others get it with a number.
  static List<Json.Obj> replaced(List<Json.Obj> statements, int index, List<Json.Obj> pieces) {
    var result = new ArrayList<>(statements);
    result.remove(index);
    for (var i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      var sid = piece.text("Sid");
      var named =
          i == 0 || sid.isEmpty()
              ? piece
              : piece.with("Sid", Json.of(freeSid(result, sid.get() + "Except")));
      result.add(index + i, named);
    }
    return result;
  }
}
