package io.outcrop.iam.account;

import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading an account's authorisation details.
public sealed interface AccountReading {
  /// They could be read.
  record Read(AccountDetails details) implements AccountReading {}

  /// They could not; every problem that was found.
  record Rejected(List<Problem> problems) implements AccountReading {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
