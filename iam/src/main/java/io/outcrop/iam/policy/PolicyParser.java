package io.outcrop.iam.policy;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads policy documents strictly: a name twice in one object, an unknown element, a value of the
/// wrong type or an operator that does not exist is an error with its line and column. What only
/// matches nothing (an ARN with too few parts, an action that does not exist) is no error.
/// Stateless and safe for many threads. Source: IAM User Guide, "Grammar of the IAM JSON policy
/// language".
public final class PolicyParser {
  private static final Comparator<Problem> IN_ORDER =
      Comparator.<Problem>comparingInt(problem -> problem.position().line())
          .thenComparingInt(problem -> problem.position().column());

  private PolicyParser() {}

  /// Reads `text` as a policy of `kind`.
  public static PolicyParsing parse(String text, PolicyKind kind) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> parse(value, kind);
      case JsonReading.Malformed(var message, var position) ->
          new PolicyParsing.Rejected(List.of(new Problem("", position, message)));
    };
  }

  /// Reads a document that stands inside a larger one (a world, a case); positions are that
  /// document's, pointers begin at the policy.
  public static PolicyParsing parse(Json value, PolicyKind kind) {
    var problems = new ArrayList<Problem>();
    var document = new DocumentReader(kind, problems).read(value);
    if (problems.isEmpty()) {
      return new PolicyParsing.Parsed(document);
    }
    problems.sort(IN_ORDER);
    return new PolicyParsing.Rejected(problems);
  }
}
