package io.outcrop.access.meaning;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// One spelling for each policy and each statement: lists sorted and without duplicates, actions
/// and condition keys in lower case, no `Sid`. Source: IAM User Guide, "IAM JSON policy elements
/// reference", read 2026-11.
final class NormalForm {
  private static final Set<String> ACTIONS = Set.of("Action", "NotAction");
  private static final Set<String> WITHOUT_MEANING = Set.of("Sid");
  private static final Comparator<Json> BY_TEXT = Comparator.comparing(JsonWriter::compact);

  private NormalForm() {}

  static Json.Obj of(Json.Obj document) {
    return Json.object()
        .with("Version", Json.of(document.text("Version").orElse("2008-10-17")))
        .with("Statement", sorted(statements(document).stream().map(NormalForm::statement)));
  }

  /// The statements, of which a document may hold one alone or a list.
  static List<Json.Obj> statements(Json.Obj document) {
    if (document.get("Statement").orElse(Json.ofNull()) instanceof Json.Obj single) {
      return List.of(single);
    }
    return document.list("Statement").stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }

  static Json.Obj statement(Json.Obj statement) {
    var members = new TreeMap<String, Json>();
    statement
        .members()
        .forEach((name, member) -> {
          if (!WITHOUT_MEANING.contains(name)) {
            members.put(name, element(name, member.value()));
          }
        });
    return Json.object(members);
  }

  private static Json element(String name, Json value) {
    if (name.equals("Effect")) {
      return value;
    }
    return switch (value) {
      case Json.Obj object when name.equals("Condition") -> condition(object);
      case Json.Obj object -> values(object, false);
      case Json.Arr array -> texts(array.elements(), ACTIONS.contains(name));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          texts(List.of(value), ACTIONS.contains(name));
    };
  }

  private static Json.Obj condition(Json.Obj condition) {
    var operators = new TreeMap<String, Json>();
    condition
        .members()
        .forEach((operator, tests) ->
            operators.put(
                operator.toLowerCase(Locale.ROOT),
                tests.value() instanceof Json.Obj keys ? values(keys, true) : tests.value()));
    return Json.object(operators);
  }

  private static Json.Obj values(Json.Obj object, boolean lowerCaseNames) {
    var members = new TreeMap<String, Json>();
    object
        .members()
        .forEach((name, member) -> {
          var elements =
              member.value() instanceof Json.Arr array ? array.elements() : List.of(member.value());
          members.put(
              lowerCaseNames ? name.toLowerCase(Locale.ROOT) : name, texts(elements, false));
        });
    return Json.object(members);
  }

  private static Json.Arr texts(List<? extends Json> values, boolean lowerCase) {
    return sorted(
        values.stream()
            .map(value ->
                value instanceof Json.Str || value instanceof Json.Null
                    ? value.asText().orElse("")
                    : JsonWriter.compact(value))
            .map(text -> Json.of(lowerCase ? text.toLowerCase(Locale.ROOT) : text)));
  }

  private static Json.Arr sorted(java.util.stream.Stream<? extends Json> values) {
    return Json.array(values.distinct().sorted(BY_TEXT).toList());
  }
}
