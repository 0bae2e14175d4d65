package io.outcrop.iam.suite;

import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.Requirement.Test;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads the condition under which a request is allowed, as cases write it: `true`, `false`,
/// `{"all": […]}`, `{"any": […]}`, a condition with `operator`, `key` and `values`, or names of
/// sessions. Keys are read in lower case; the statements that a condition comes from are not read.
final class RequirementReader {
  private final List<Problem> problems;

  RequirementReader(List<Problem> problems) {
    this.problems = problems;
  }

  Requirement read(Json value, String pointer) {
    if (value instanceof Json.Bool(var allowed, _)) {
      return new Requirement.Constant(allowed);
    }
    var fields = new Fields(value, pointer, problems);
    if (fields.has("all")) {
      return Requirement.all(parts(fields, "all"));
    }
    if (fields.has("any")) {
      return Requirement.any(parts(fields, "any"));
    }
    fields.any("from");
    var unknown = fields.has("sessionName") ? sessionName(fields) : condition(fields);
    var negated = fields.flag("negated", false);
    fields.finish();
    return negated ? unknown.not() : unknown;
  }

  private List<Requirement> parts(Fields fields, String name) {
    var parts =
        fields.list(name, part -> part).stream()
            .map(part -> read(part, fields.pointer(name)))
            .toList();
    fields.finish();
    return parts;
  }

  private static Requirement sessionName(Fields fields) {
    return new Test(new Unknown.OfSessionName(fields.texts("sessionName")), true, Set.of());
  }

  private static Requirement condition(Fields fields) {
    var written = fields.text("operator");
    var key = fields.text("key").toLowerCase(Locale.ROOT);
    var values = fields.texts("values");
    var operator = ConditionOperator.parse(written);
    if (operator.isEmpty()) {
      fields.problem("operator", "no condition operator is named `" + written + "`");
      return new Requirement.Constant(false);
    }
    var plain = operator.get().asOpposite();
    return new Test(
        new Unknown.OfCondition(plain.orElse(operator.get()).toString(), key, values),
        plain.isEmpty(),
        Set.of());
  }

  /// `requirement` as this reader would read it.
  static Requirement normal(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Constant _ -> requirement;
      case Requirement.All(var parts) ->
          Requirement.all(parts.stream().map(RequirementReader::normal).toList());
      case Requirement.Any(var parts) ->
          Requirement.any(parts.stream().map(RequirementReader::normal).toList());
      case Test(Unknown.OfCondition(var operator, var key, var values), var expected, _) ->
          new Test(
              new Unknown.OfCondition(operator, key.toLowerCase(Locale.ROOT), values),
              expected,
              Set.of());
      case Test(var unknown, var expected, _) -> new Test(unknown, expected, Set.of());
    };
  }
}
