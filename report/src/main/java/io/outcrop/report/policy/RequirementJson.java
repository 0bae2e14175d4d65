package io.outcrop.report.policy;

import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Set;

/// What a decision hangs on, as cases of format `authz-case/1` write it. What those cannot say, a
/// layer that nobody could look at and a resource with unknown variables, is `layer` and
/// `resource`.
final class RequirementJson {
  private final DecisionJson decisions;

  RequirementJson(DecisionJson decisions) {
    this.decisions = decisions;
  }

  Json of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Constant(var allowed) -> Json.of(allowed);
      case Requirement.All(var parts) -> Json.object().with("all", of(parts));
      case Requirement.Any(var parts) -> Json.object().with("any", of(parts));
      case Requirement.Test(var unknown, var expected, var from) -> {
        var test = test(unknown);
        yield (expected ? test : test.with("negated", Json.of(true))).with("from", from(from));
      }
    };
  }

  private Json of(List<Requirement> parts) {
    return Json.array(parts.stream().map(this::of).toList());
  }

  private static Json.Obj test(Unknown unknown) {
    return switch (unknown) {
      case Unknown.OfCondition(var operator, var key, var values) ->
          Json.object()
              .with("operator", Json.of(operator))
              .with("key", Json.of(key))
              .with("values", Json.ofTexts(values));
      case Unknown.OfSessionName(var names) ->
          Json.object().with("sessionName", Json.ofTexts(names));
      case Unknown.OfResource(var patterns) ->
          Json.object().with("resource", Json.ofTexts(patterns));
      case Unknown.OfLayer(var layer, var why) ->
          Json.object().with("layer", Json.of(layer.id())).with("why", Json.of(why));
    };
  }

  private Json from(Set<StatementRef> refs) {
    return Json.array(refs.stream().map(ref -> (Json) decisions.statement(ref)).toList());
  }
}
