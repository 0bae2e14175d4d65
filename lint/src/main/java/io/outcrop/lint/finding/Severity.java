package io.outcrop.lint.finding;

import java.util.Locale;

/// How bad a finding is.
public enum Severity {
  /// AWS refuses the policy, or a part of it can never do what it says.
  ERROR,
  /// It does something, but most likely not what was meant, or far more.
  WARNING,
  /// It could be said better.
  SUGGESTION;

  /// As files and people write it: `error`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
