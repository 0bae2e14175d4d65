package io.outcrop.iam.plain;

import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;

/// `Condition`. Source: IAM User Guide, reference_policies_elements_condition_operators and
/// reference_policies_condition-single-vs-multi-valued-context-keys.
final class Conditions {
  private final RequestContext context;

  Conditions(RequestContext context) {
    this.context = context;
  }

  /// All operators and all keys have to hold.
  boolean hold(PlainStatement statement) {
    for (var operator : members(statement.json().get("Condition").orElse(Json.object()))) {
      for (var key : members(operator.getValue().value())) {
        var values = PlainStatement.texts(key.getValue().value());
        if (!holds(operator.getKey(), key.getKey(), values, statement.variables())) {
          return false;
        }
      }
    }
    return true;
  }

  private static Iterable<Map.Entry<String, Json.Member>> members(Json object) {
    return ((Json.Obj) object).members().entrySet();
  }

  private boolean holds(String operator, String key, List<String> values, boolean variables) {
    var found = context.get(key);
    if (operator.equals("Null")) {
      var isNull = found.map(Value::texts).orElse(List.of()).isEmpty();
      return values.contains(String.valueOf(isNull));
    }
    var colon = operator.indexOf(':');
    var quantifier = colon < 0 ? "" : operator.substring(0, colon);
    var name = operator.substring(colon + 1);
    var ifExists = name.endsWith("IfExists");
    var comparison =
        new Comparison(
            ifExists ? name.substring(0, name.length() - "IfExists".length()) : name,
            values,
            variables,
            context);
    if (found.isEmpty()) {
      return ifExists || onMissingKey(quantifier, comparison);
    }
    var texts = found.get().texts();
    return switch (quantifier) {
      case "ForAllValues" -> texts.stream().allMatch(comparison::holds);
      case "ForAnyValue" -> texts.stream().anyMatch(comparison::holds);
      // a list without a set operator matches nothing
      default -> !found.get().multivalued() && comparison.holds(texts.getFirst());
    };
  }

  private static boolean onMissingKey(String quantifier, Comparison comparison) {
    return switch (quantifier) {
      case "ForAllValues" -> true;
      case "ForAnyValue" -> false;
      default -> comparison.isNegated();
    };
  }
}
