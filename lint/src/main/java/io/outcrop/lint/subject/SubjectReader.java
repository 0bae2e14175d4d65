package io.outcrop.lint.subject;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what can be read of a document and passes over the rest: that is a matter of syntax.
final class SubjectReader {
  private SubjectReader() {}

  static List<StatementView> statements(Json root) {
    if (!(root instanceof Json.Obj object) || !object.members().containsKey("Statement")) {
      return List.of();
    }
    var value = object.get("Statement").orElseThrow();
    var place = new Place("/Statement", value.position());
    var views = new ArrayList<StatementView>();
    if (value instanceof Json.Obj single) {
      views.add(statement(0, single, place, false));
    } else if (value instanceof Json.Arr array) {
      for (var i = 0; i < array.elements().size(); i++) {
        if (array.elements().get(i) instanceof Json.Obj one) {
          var removable = array.elements().size() > 1;
          views.add(statement(i, one, place.element(i, one.position()), removable));
        }
      }
    }
    return views;
  }

  private static StatementView statement(
      int index, Json.Obj source, Place place, boolean removable) {
    var elements =
        Stream.of("Action", "NotAction", "Resource", "NotResource")
            .flatMap(name -> element(source, name, place).stream())
            .toList();
    var principals = new ArrayList<PrincipalView>();
    principals(source, "Principal", place, principals);
    principals(source, "NotPrincipal", place, principals);
    return new StatementView(
        index, source, place, removable, elements, principals, conditions(source, place));
  }

  private static Optional<Element> element(Json.Obj source, String name, Place place) {
    return source
        .get(name)
        .map(value -> {
          var here = place.member(name, value.position());
          return new Element(name, here, texts(value, here, false));
        });
  }

  private static void principals(
      Json.Obj source, String name, Place place, List<PrincipalView> all) {
    var negated = name.startsWith("Not");
    switch (source.get(name).orElse(Json.ofNull())) {
      case Json.Str text -> {
        var here = place.member(name, text.position());
        all.add(new PrincipalView("*", new Text(text.text(), here, 0), negated));
      }
      case Json.Obj types -> {
        var here = place.member(name, types.position());
        types
            .members()
            .forEach((type, member) ->
                texts(member.value(), here.member(type, member.value().position()), false)
                    .forEach(text -> all.add(new PrincipalView(type, text, negated))));
      }
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  private static List<ConditionView> conditions(Json.Obj source, Place place) {
    var all = new ArrayList<ConditionView>();
    if (source.get("Condition").orElse(Json.ofNull()) instanceof Json.Obj operators) {
      var here = place.member("Condition", operators.position());
      operators
          .members()
          .forEach((operator, keys) -> {
            var operatorPlace = here.member(operator, keys.namePosition());
            if (keys.value() instanceof Json.Obj object) {
              object
                  .members()
                  .forEach((key, values) -> {
                    var keyPlace = operatorPlace.member(key, values.namePosition());
                    all.add(
                        new ConditionView(
                            operator,
                            operatorPlace,
                            key,
                            keyPlace,
                            texts(values.value(), keyPlace, true)));
                  });
            }
          });
    }
    return all;
  }

  private static List<Text> texts(Json value, Place place, boolean scalars) {
    if (!(value instanceof Json.Arr array)) {
      return text(value, new Place(place.pointer(), value.position()), 0, scalars).stream()
          .toList();
    }
    var texts = new ArrayList<Text>();
    var elements = array.elements();
    for (var i = 0; i < elements.size(); i++) {
      text(elements.get(i), place.element(i, elements.get(i).position()), elements.size(), scalars)
          .ifPresent(texts::add);
    }
    return texts;
  }

  /// The text of one value; numbers and booleans have one only where `scalars` may stand.
  private static Optional<Text> text(Json value, Place place, int siblings, boolean scalars) {
    return switch (value) {
      case Json.Str(var text, _) -> Optional.of(new Text(text, place, siblings));
      case Json.Num number when scalars ->
          Optional.of(new Text(JsonWriter.compact(number), place, siblings));
      case Json.Bool bool when scalars ->
          Optional.of(new Text(Boolean.toString(bool.value()), place, siblings));
      case Json.Num _, Json.Bool _, Json.Obj _, Json.Arr _, Json.Null _ -> Optional.empty();
    };
  }
}
