package io.outcrop.grants;

import io.outcrop.grants.Grant.Part;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes grants into as few statements as give exactly them: grants share a statement if they have
/// the same part, conditions and purpose, and the same actions on each resource, so that no
/// statement gives an action on a resource that nobody asked for.
final class PolicyWriter {
  private final List<Grant> grants = new ArrayList<>();

  void grant(List<Grant> more) {
    grants.addAll(more);
  }

  LeastPolicy written() {
    var statements = statements();
    var used = new LinkedHashMap<String, Integer>();
    var lines = new ArrayList<String>();
    var written = new ArrayList<Json>();
    for (var statement : statements) {
      var number = used.merge(statement.part().sid(), 1, Integer::sum);
      written.add(json(statement, statement.part().sid() + (number == 1 ? "" : number)));
      lines.add(statement.purpose());
    }
    return new LeastPolicy(
        Json.object().with("Version", Json.of("2012-10-17")).with("Statement", Json.array(written)),
        lines);
  }

  private List<Statement> statements() {
    var actions = new LinkedHashMap<Place, TreeSet<String>>();
    for (var grant : needed()) {
      var place = new Place(grant.part(), grant.conditions(), grant.purpose(), grant.resource());
      actions.computeIfAbsent(place, _ -> new TreeSet<>()).add(grant.action());
    }
    var statements = new LinkedHashMap<Statement, TreeSet<String>>();
    actions.forEach((place, names) ->
        statements
            .computeIfAbsent(
                new Statement(
                    place.part(),
                    place.conditions(),
                    place.purpose(),
                    List.copyOf(names),
                    List.of()),
                _ -> new TreeSet<>())
            .add(place.resource()));
    return statements.entrySet().stream()
        .map(entry -> entry.getKey().on(List.copyOf(entry.getValue())))
        .sorted(Statement.ORDER)
        .toList();
  }

  /// The grants that no wider one covers.
  private List<Grant> needed() {
    return grants.stream()
        .filter(grant ->
            grants.stream()
                .noneMatch(other ->
                    other.covers(grant) && other.conditions().size() < grant.conditions().size()))
        .distinct()
        .toList();
  }

  private static Json json(Statement statement, String sid) {
    var result =
        Json.object()
            .with("Sid", Json.of(sid))
            .with("Effect", Json.of("Allow"))
            .with("Action", oneOrMore(statement.actions()))
            .with("Resource", oneOrMore(statement.resources()));
    return statement.conditions().isEmpty()
        ? result
        : result.with("Condition", conditions(statement.conditions()));
  }

  private static Json conditions(List<Condition> conditions) {
    var operators = new TreeMap<String, Map<String, Json>>();
    for (var condition : conditions) {
      operators
          .computeIfAbsent(condition.operator(), _ -> new TreeMap<>())
          .put(condition.key(), Json.of(condition.value()));
    }
    var result = Json.object();
    for (var operator : operators.entrySet()) {
      result = result.with(operator.getKey(), Json.object(operator.getValue()));
    }
    return result;
  }

  private static Json oneOrMore(List<String> texts) {
    return texts.size() == 1 ? Json.of(texts.getFirst()) : Json.ofTexts(texts);
  }

  private record Place(Part part, List<Condition> conditions, String purpose, String resource) {}

  private record Statement(
      Part part,
      List<Condition> conditions,
      String purpose,
      List<String> actions,
      List<String> resources) {
    private static final Comparator<Statement> ORDER =
        Comparator.comparing(Statement::part)
            .thenComparing(Statement::purpose)
            .thenComparing(statement -> statement.conditions().toString())
            .thenComparing(statement -> statement.resources().toString())
            .thenComparing(statement -> statement.actions().toString());

    Statement on(List<String> places) {
      return new Statement(part, conditions, purpose, actions, places);
    }
  }
}
