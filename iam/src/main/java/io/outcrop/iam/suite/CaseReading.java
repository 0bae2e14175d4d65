package io.outcrop.iam.suite;

import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading one case.
public sealed interface CaseReading {
  /// It follows the format.
  record Read(AuthorizationCase found) implements CaseReading {}

  /// It does not, or one of its policies does not follow its grammar; every problem that was found.
  ///
  /// @param id the case's id; empty if it has none
  record Rejected(String id, List<Problem> problems) implements CaseReading {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
