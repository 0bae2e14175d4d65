package io.outcrop.iam.suite;

import io.outcrop.iam.suite.AuthorizationCase.Expected;
import io.outcrop.json.Fields;
import io.outcrop.json.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a case expects.
final class ExpectedReader {
  private static final List<String> DECISIONS =
      List.of("allowed", "implicitly-denied", "explicitly-denied", "depends-on-unknown");

  /// What the format knows and no decision of the engine could be held to.
  private static final List<String> NOT_COMPARED =
      List.of("counterfactual", "resources", "unknownConditions");

  private final List<Problem> problems;

  ExpectedReader(List<Problem> problems) {
    this.problems = problems;
  }

  Expected read(Fields fields) {
    var member = fields.object("expected");
    if (member.isEmpty()) {
      fields.problem("expected", "member `expected` is missing");
      return new Expected(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    var expected = member.get();
    var before = problems.size();
    var decision = expected.text("decision");
    if (problems.size() == before && !DECISIONS.contains(decision)) {
      expected.problem(
          "decision",
          "found `" + decision + "`, expected `" + String.join("`, `", DECISIONS) + "`");
    }
    var result =
        new Expected(
            decision,
            texts(expected, "deniedBy"),
            statements(expected),
            texts(expected, "missingKeys"),
            texts(expected, "unknown"),
            expected
                .any("residual")
                .map(value ->
                    new RequirementReader(problems).read(value, expected.pointer("residual"))),
            expected.has("sessionNameUnknown")
                ? Optional.of(expected.flag("sessionNameUnknown", false))
                : Optional.empty());
    NOT_COMPARED.forEach(expected::any);
    expected.finish();
    return result;
  }

  private static Optional<Set<String>> texts(Fields fields, String name) {
    return fields.has(name) ? Optional.of(Set.copyOf(fields.texts(name))) : Optional.empty();
  }

  private static Optional<Set<String>> statements(Fields fields) {
    if (!fields.has("decidedBy")) {
      return Optional.empty();
    }
    var statements = fields.objects("decidedBy", ExpectedReader::statement);
    return Optional.of(Set.copyOf(statements));
  }

  private static String statement(Fields statement) {
    var layer = statement.text("layer");
    var policy = statement.text("policy");
    var index = statement.whole("statement", 0);
    statement.optionalText("sid");
    statement.optionalText("level");
    return Expected.statement(layer, policy, index);
  }
}
