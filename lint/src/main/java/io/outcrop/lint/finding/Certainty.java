package io.outcrop.lint.finding;

import java.util.Locale;

/// How sure a fix is.
public enum Certainty {
  /// No decision changes, or the meaning was certainly this.
  CERTAIN,
  /// This was most likely meant; somebody should look.
  LIKELY,
  /// Something has to be filled in first.
  NEEDS_VALUES;

  /// As files and people write it: `needs-values`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
