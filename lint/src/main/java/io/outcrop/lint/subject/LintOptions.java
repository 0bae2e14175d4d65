package io.outcrop.lint.subject;

import java.time.Instant;

/// What is known about where a policy is used.
///
/// @param account the id of the account that it stands in; empty if unknown
/// @param at the date at which models are judged
public record LintOptions(String account, Instant at) {
  /// Options for an account that is not known.
  public static LintOptions at(Instant at) {
    return new LintOptions("", at);
  }
}
