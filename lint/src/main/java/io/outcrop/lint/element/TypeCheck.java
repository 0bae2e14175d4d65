package io.outcrop.lint.element;

import io.outcrop.json.Json;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Place;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// Values of the wrong JSON type.
final class TypeCheck implements Check {
  private static final String STRING = "a string";
  private static final String OBJECT = "an object";

  @Override
  public void check(Subject subject, Findings findings) {
    if (!(subject.root() instanceof Json.Obj root)) {
      return;
    }
    for (var name : List.of("Version", "Id")) {
      root.get(name)
          .ifPresent(value -> string(value, new Place("/" + name, value.position()), findings));
    }
    root.get("Statement").ifPresent(value -> statements(value, findings));
    subject.statements().forEach(statement -> statement(statement, findings));
  }

  private static void statements(Json value, Findings findings) {
    var place = new Place("/Statement", value.position());
    if (value instanceof Json.Arr array) {
      for (var i = 0; i < array.elements().size(); i++) {
        var one = array.elements().get(i);
        if (!(one instanceof Json.Obj)) {
          wrong(one, place.element(i, one.position()), OBJECT, findings);
        }
      }
    } else if (!(value instanceof Json.Obj)) {
      wrong(value, place, "an object or an array of objects", findings);
    }
  }

  private static void statement(StatementView statement, Findings findings) {
    statement
        .source()
        .members()
        .forEach((name, member) -> {
          var value = member.value();
          var place = statement.place().member(name, value.position());
          switch (name) {
            case "Sid", "Effect" -> string(value, place, findings);
            case "Action", "NotAction", "Resource", "NotResource" ->
                strings(value, place, findings);
            case "Principal", "NotPrincipal" -> principal(value, place, findings);
            case "Condition" -> condition(value, place, findings);
            default -> {}
          }
        });
  }

  private static void principal(Json value, Place place, Findings findings) {
    switch (value) {
      case Json.Str _ -> {}
      case Json.Obj types ->
          types
              .members()
              .forEach((type, member) ->
                  strings(member.value(), place.member(type, member.value().position()), findings));
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ ->
          wrong(value, place, "`*` or an object", findings);
    }
  }

  private static void condition(Json value, Place place, Findings findings) {
    if (!(value instanceof Json.Obj operators)) {
      wrong(value, place, OBJECT, findings);
      return;
    }
    operators
        .members()
        .forEach((operator, member) -> {
          var here = place.member(operator, member.value().position());
          if (member.value() instanceof Json.Obj keys) {
            keys.members()
                .forEach((key, values) ->
                    values(values.value(), here.member(key, values.value().position()), findings));
          } else {
            wrong(member.value(), here, OBJECT, findings);
          }
        });
  }

  private static void values(Json value, Place place, Findings findings) {
    if (value instanceof Json.Arr array) {
      for (var i = 0; i < array.elements().size(); i++) {
        scalar(
            array.elements().get(i),
            place.element(i, array.elements().get(i).position()),
            findings);
      }
    } else {
      scalar(value, place, findings);
    }
  }

  private static void scalar(Json value, Place place, Findings findings) {
    if (value instanceof Json.Obj || value instanceof Json.Arr || value instanceof Json.Null) {
      wrong(value, place, "a string, a number or a boolean", findings);
    }
  }

  private static void strings(Json value, Place place, Findings findings) {
    if (value instanceof Json.Arr array) {
      for (var i = 0; i < array.elements().size(); i++) {
        string(
            array.elements().get(i),
            place.element(i, array.elements().get(i).position()),
            findings);
      }
    } else if (!(value instanceof Json.Str)) {
      wrong(value, place, "a string or an array of strings", findings);
    }
  }

  private static void string(Json value, Place place, Findings findings) {
    if (!(value instanceof Json.Str)) {
      wrong(value, place, STRING, findings);
    }
  }

  private static void wrong(Json value, Place place, String expected, Findings findings) {
    var element = place.pointer().replaceFirst("/\\d+$", "");
    findings.add(
        "wrong-type",
        place,
        "element",
        element.substring(element.lastIndexOf('/') + 1),
        "found",
        value.kind(),
        "expected",
        expected);
  }
}
