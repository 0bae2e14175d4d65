package io.outcrop.lint.condition;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import java.util.List;

/// The steps that give one key of a condition another operator, or another name.
final class Renaming {
  private Renaming() {}

  /// Moves the key of `condition` under the operator `operator`: none if it stands there already.
  static List<Operation> operator(
      StatementView statement, ConditionView condition, String operator) {
    var pointer = statement.place().pointer() + "/Condition";
    var operators = statement.source().object("Condition").orElse(Json.object());
    var keys = operators.object(condition.operator()).orElse(Json.object());
    var there = operators.object(operator);
    var to = Steps.member(pointer, operator);
    if (there.isEmpty() && keys.members().size() == 1) {
      return List.of(Steps.rename(condition.operatorPlace().pointer(), operator));
    }
    if (there.isPresent() && there.get().members().containsKey(condition.key())) {
      return List.of();
    }
    var value = keys.get(condition.key()).orElse(Json.ofNull());
    var add =
        there.isEmpty()
            ? Steps.add(to, Json.object().with(condition.key(), value))
            : Steps.add(Steps.member(to, condition.key()), value);
    var gone =
        keys.members().size() == 1
            ? condition.operatorPlace().pointer()
            : condition.place().pointer();
    return List.of(add, Steps.remove(gone));
  }
}
