package io.outcrop.iam.suite;

/// How one case went.
public sealed interface CaseOutcome {
  /// The engine says what the case expects.
  record Agrees() implements CaseOutcome {}

  /// It does not.
  ///
  /// @param got what the engine says, as JSON would write the expectation
  /// @param want what the case expects, likewise; both only as far as they differ
  record Disagrees(String got, String want) implements CaseOutcome {}

  /// The case is not a question the engine answers.
  ///
  /// @param tag the tag that says why
  record Skipped(String tag) implements CaseOutcome {}
}
