package io.outcrop.grants.generate;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Documents with something taken away.
final class Reductions {
  /// @param what what was taken away, in words
  /// @param key the condition key that was taken away; empty if it was something else
  record Less(List<Json.Obj> documents, String what, String key) {}

  private final List<Json.Obj> documents;
  private final List<Less> result = new ArrayList<>();

  private Reductions(List<Json.Obj> documents) {
    this.documents = documents;
  }

  /// Without one statement, action, resource, or value of a condition.
  static List<Less> of(List<Json.Obj> documents) {
    var reductions = new Reductions(documents);
    reductions.eachStatement((document, place) -> reductions.reduce(document, place));
    return reductions.result;
  }

  /// Without one condition.
  static List<Less> withoutCondition(List<Json.Obj> documents) {
    var reductions = new Reductions(documents);
    reductions.eachStatement((document, place) -> reductions.open(document, place));
    return reductions.result;
  }

  /// How many statements, actions, resources and condition values there are.
  static int lines(List<Json.Obj> documents) {
    var count = 0;
    for (var document : documents) {
      for (var statement : document.list("Statement")) {
        var one = (Json.Obj) statement;
        count += 1 + several(one, "Action").size() + several(one, "Resource").size();
        for (var condition : conditions(one)) {
          count += condition.values().size();
        }
      }
    }
    return count;
  }

  private interface Visit {
    void see(int document, int statement);
  }

  private void eachStatement(Visit visit) {
    for (var i = 0; i < documents.size(); i++) {
      for (var j = 0; j < documents.get(i).list("Statement").size(); j++) {
        visit.see(i, j);
      }
    }
  }

  private void reduce(int document, int place) {
    var statement = statement(document, place);
    var sid = statement.text("Sid").orElseThrow();
    remove(document, place, sid);
    for (var member : List.of("Action", "Resource")) {
      var elements = several(statement, member);
      for (var i = 0; elements.size() > 1 && i < elements.size(); i++) {
        var fewer = Json.array(without(elements, i));
        change(document, place, one -> one.with(member, fewer), sid + " " + elements.get(i), "");
      }
    }
    for (var condition : conditions(statement)) {
      for (var i = 0; condition.values().size() > 1 && i < condition.values().size(); i++) {
        var fewer = Json.array(without(condition.values(), i));
        change(
            document,
            place,
            one -> with(one, condition, fewer),
            sid + " " + condition.values().get(i),
            "");
      }
    }
  }

  private void open(int document, int place) {
    var statement = statement(document, place);
    var sid = statement.text("Sid").orElseThrow();
    for (var condition : conditions(statement)) {
      change(
          document,
          place,
          one -> {
            var block = one.object("Condition").orElseThrow();
            var keys = block.object(condition.operator()).orElseThrow().without(condition.key());
            var rest =
                keys.members().isEmpty()
                    ? block.without(condition.operator())
                    : block.with(condition.operator(), keys);
            return rest.members().isEmpty()
                ? one.without("Condition")
                : one.with("Condition", rest);
          },
          sid + " " + condition.key(),
          condition.key());
    }
  }

  private static Json.Obj with(Json.Obj statement, Condition condition, Json values) {
    var block = statement.object("Condition").orElseThrow();
    var keys = block.object(condition.operator()).orElseThrow();
    return statement.with(
        "Condition", block.with(condition.operator(), keys.with(condition.key(), values)));
  }

  private record Condition(String operator, String key, List<Json> values) {}

  private static List<Condition> conditions(Json.Obj statement) {
    var result = new ArrayList<Condition>();
    statement
        .object("Condition")
        .ifPresent(block ->
            block
                .members()
                .keySet()
                .forEach(operator -> {
                  var keys = block.object(operator).orElseThrow();
                  keys.members()
                      .keySet()
                      .forEach(key -> result.add(new Condition(operator, key, several(keys, key))));
                }));
    return result;
  }

  private static List<Json> several(Json.Obj object, String member) {
    var value = object.get(member).orElseThrow();
    return value instanceof Json.Arr array ? array.elements() : List.of(value);
  }

  private Json.Obj statement(int document, int place) {
    return (Json.Obj) documents.get(document).list("Statement").get(place);
  }

  private void remove(int document, int place, String sid) {
    put(document, without(documents.get(document).list("Statement"), place), sid, "");
  }

  private void change(
      int document, int place, UnaryOperator<Json.Obj> how, String what, String key) {
    var statements = new ArrayList<>(documents.get(document).list("Statement"));
    statements.set(place, how.apply(statement(document, place)));
    put(document, statements, what, key);
  }

  private void put(int document, List<Json> statements, String what, String key) {
    var changed = new ArrayList<>(documents);
    changed.set(document, documents.get(document).with("Statement", Json.array(statements)));
    result.add(new Less(changed, what, key));
  }

  private static List<Json> without(List<Json> elements, int place) {
    var fewer = new ArrayList<>(elements);
    fewer.remove(place);
    return fewer;
  }
}
