package io.outcrop.iam.policy;

import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads a `Condition` element: operators, each with keys, each with values.
final class ConditionReader {
  private final List<Problem> problems;

  ConditionReader(List<Problem> problems) {
    this.problems = problems;
  }

  List<Condition> read(Fields statement) {
    var conditions = new ArrayList<Condition>();
    var value = statement.any("Condition");
    if (value.isPresent()) {
      var pointer = statement.pointer("Condition");
      members(value.get(), pointer)
          .forEach((operator, member) -> {
            operator(operator, pointer, member.namePosition());
            conditions.addAll(conditions(operator, member.value(), child(pointer, operator)));
          });
    }
    return conditions;
  }

  private void operator(String operator, String pointer, Position position) {
    if (ConditionOperator.parse(operator).isEmpty()) {
      problems.add(
          new Problem(
              child(pointer, operator),
              position,
              "no condition operator is named `" + operator + "`"));
    }
  }

  private List<Condition> conditions(String operator, Json keys, String pointer) {
    var conditions = new ArrayList<Condition>();
    members(keys, pointer)
        .forEach((key, member) -> {
          var values = values(member.value(), child(pointer, key));
          conditions.add(new Condition(operator, key, values, member.namePosition()));
        });
    return conditions;
  }

  private Map<String, Json.Member> members(Json value, String pointer) {
    if (value instanceof Json.Obj object) {
      return object.members();
    }
    problems.add(
        new Problem(pointer, value.position(), "found " + value.kind() + ", expected an object"));
    return Map.of();
  }

  private List<Pattern> values(Json value, String pointer) {
    var values = new ArrayList<Pattern>();
    if (value instanceof Json.Arr array) {
      for (var i = 0; i < array.elements().size(); i++) {
        value(array.elements().get(i), pointer + "/" + i, values);
      }
    } else {
      value(value, pointer, values);
    }
    return values;
  }

  private void value(Json value, String pointer, List<Pattern> values) {
    switch (value) {
      case Json.Str(var text, var position) -> values.add(new Pattern(text, position));
      case Json.Num number ->
          values.add(new Pattern(JsonWriter.compact(number), number.position()));
      case Json.Bool(var bool, var position) ->
          values.add(new Pattern(Boolean.toString(bool), position));
      case Json.Obj _, Json.Arr _, Json.Null _ ->
          problems.add(
              new Problem(
                  pointer,
                  value.position(),
                  "found " + value.kind() + ", expected a string, number or boolean"));
    }
  }

  private static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
