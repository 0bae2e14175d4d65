package io.outcrop.iam.policy;

import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading a policy.
public sealed interface PolicyParsing {
  /// It follows the grammar.
  record Parsed(PolicyDocument document) implements PolicyParsing {}

  /// It does not; every problem that was found, in the order of the text. Never empty.
  record Rejected(List<Problem> problems) implements PolicyParsing {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
