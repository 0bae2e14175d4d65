package io.outcrop.iam.edit;

import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One condition key with the value that the request brings, to be required or excepted.
///
/// @param key as the policies write it
/// @param multivalued whether the request brings a list
/// @param values what it brings; nothing if it does not bring the key
/// @param comparison how the policies compare it
record Pin(String key, boolean multivalued, List<String> values, Comparison comparison) {
  private static final Set<String> NEGATED_TEXT =
      Set.of("stringnotequals", "stringnotequalsifexists");
  private static final Set<String> NEGATED_PATTERN =
      Set.of(
          "stringnotlike",
          "stringnotlikeifexists",
          "arnnotequals",
          "arnnotequalsifexists",
          "arnnotlike",
          "arnnotlikeifexists");

  Pin {
    values = List.copyOf(values);
  }

  /// The pin of `key` as `conditions` test it.
  static Pin of(String key, Optional<Value> value, List<Condition> conditions) {
    var comparison =
        conditions.stream()
            .filter(condition -> condition.key().equalsIgnoreCase(key))
            .map(condition -> ConditionOperator.parse(condition.operator()).orElseThrow())
            .map(ConditionOperator::comparison)
            .filter(found -> found != Comparison.NULL)
            .findFirst()
            .orElse(Comparison.STRING_EQUALS);
    var list =
        value.isPresent()
            ? value.get().multivalued()
            : conditions.stream()
                .filter(condition -> condition.key().equalsIgnoreCase(key))
                .anyMatch(condition ->
                    ConditionOperator.parse(condition.operator()).orElseThrow().quantifier()
                        != Quantifier.SINGLE);
    return new Pin(key, list, value.map(Value::texts).orElse(List.of()), comparison);
  }

  boolean isAbsent() {
    return values.isEmpty();
  }

  /// `statement`, about requests that bring exactly this value; of a list, no other elements.
  Optional<Json.Obj> require(Json.Obj statement, boolean variables) {
    if (isAbsent()) {
      return added(statement, "Null", List.of("true"));
    }
    if (!multivalued) {
      return added(statement, operator(false), texts(variables));
    }
    return added(statement, "ForAllValues:StringEquals", texts(variables))
        .flatMap(all ->
            values.size() == 1
                ? added(all, "ForAnyValue:StringEquals", texts(variables))
                : added(all, "Null", List.of("false")));
  }

  /// Statements that together say what `statement` says, but not of requests that bring exactly
  /// this value; empty if that cannot be written.
  Optional<List<Json.Obj>> except(Json.Obj statement, boolean variables) {
    if (isAbsent()) {
      return texts(statement, "Null", key).contains("true")
          ? Optional.of(List.of())
          : added(statement, "Null", List.of("false")).map(List::of);
    }
    if (multivalued) {
      return added(statement, "ForAnyValue:StringNotEquals", texts(variables))
          .flatMap(some ->
              texts(statement, "Null", key).contains("false")
                  ? Optional.of(List.of(some))
                  : added(statement, "Null", List.of("true")).map(none -> List.of(some, none)));
    }
    var without = withoutValue(statement, variables);
    if (without.isPresent()) {
      return without;
    }
    var appended = appended(statement, variables);
    return appended.isPresent()
        ? appended.map(List::of)
        : added(statement, operator(true), texts(variables)).map(List::of);
  }

  /// The operator that the policies use for the key, if it can read the value; else the one for any
  /// text.
  private String operator(boolean negated) {
    var not = negated ? "Not" : "";
    var value = values.getFirst();
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          (value.matches("-?\\d+(\\.\\d+)?") ? "Numeric" : "String") + not + "Equals";
      case BOOL -> !negated && value.matches("true|false") ? "Bool" : "String" + not + "Equals";
      case ARN_EQUALS, ARN_LIKE -> (isArn() ? "Arn" : "String") + not + "Equals";
      case STRING_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          BINARY_EQUALS,
          IP_ADDRESS,
          NULL ->
          "String" + not + "Equals";
    };
  }

  private boolean isArn() {
    return (comparison == Comparison.ARN_EQUALS || comparison == Comparison.ARN_LIKE)
        && values.getFirst().matches("arn:([^:]*:){4}.*");
  }

  private List<String> texts(boolean variables) {
    var isArn = isArn();
    return values.stream()
        .map(value ->
            isArn
                ? Literal.pattern(value, variables).orElse(value)
                : Literal.plain(value, variables))
        .toList();
  }

  /// A test that lists the value among others gives it up; one of it alone leaves nothing.
  private Optional<List<Json.Obj>> withoutValue(Json.Obj statement, boolean variables) {
    var value = values.getFirst();
    for (var operator : List.of("StringEquals", "Bool", "NumericEquals", "ArnEquals")) {
      var listed = texts(statement, operator, key);
      var literal =
          operator.equals("ArnEquals") ? Literal.pattern(value, variables).orElse("") : value;
      if (!listed.contains(literal) || listed.stream().anyMatch(text -> text.contains("${"))) {
        continue;
      }
      var rest = new ArrayList<>(listed);
      rest.removeIf(literal::equals);
      if (rest.isEmpty()) {
        return Optional.of(List.of());
      }
      if (operator.equals("StringEquals")) {
        return Optional.of(List.of(set(statement, operator, rest)));
      }
    }
    return Optional.empty();
  }

  /// A test that excepts other values excepts this one, too.
  private Optional<Json.Obj> appended(Json.Obj statement, boolean variables) {
    var condition = condition(statement);
    for (var operator : condition.members().keySet()) {
      var name = operator.toLowerCase(Locale.ROOT);
      var listed = new LinkedHashSet<>(texts(statement, operator, key));
      var literal =
          NEGATED_TEXT.contains(name)
              ? Optional.of(Literal.plain(values.getFirst(), variables))
              : NEGATED_PATTERN.contains(name)
                  ? Literal.pattern(values.getFirst(), variables)
                  : Optional.<String>empty();
      if (!listed.isEmpty() && literal.isPresent()) {
        listed.add(literal.get());
        return Optional.of(set(statement, operator, List.copyOf(listed)));
      }
    }
    return Optional.empty();
  }

  private static Json.Obj condition(Json.Obj statement) {
    return statement.object("Condition").orElse(Json.object());
  }

  private static List<String> texts(Json.Obj statement, String operator, String key) {
    var condition = condition(statement);
    return StatementText.memberIgnoringCase(condition, operator)
        .flatMap(condition::object)
        .map(keys ->
            StatementText.memberIgnoringCase(keys, key)
                .map(name -> StatementText.texts(keys, name))
                .orElse(List.of()))
        .orElse(List.of());
  }

  private Json.Obj set(Json.Obj statement, String operator, List<String> texts) {
    var condition = condition(statement);
    var name = StatementText.memberIgnoringCase(condition, operator).orElse(operator);
    var keys = condition.object(name).orElse(Json.object());
    var member = StatementText.memberIgnoringCase(keys, key).orElse(key);
    return statement.with(
        "Condition", condition.with(name, StatementText.withTexts(keys, member, texts)));
  }

  /// Adds a test; empty if the operator already tests the key in another way.
  private Optional<Json.Obj> added(Json.Obj statement, String operator, List<String> texts) {
    var there = texts(statement, operator, key);
    if (there.isEmpty()) {
      return Optional.of(set(statement, operator, texts));
    }
    return there.equals(texts) ? Optional.of(statement) : Optional.empty();
  }
}
