package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.causes.catalogue.Cause;

/// Words for people where the data has ids.
final class Words {
  private Words() {}

  static String of(Cause.Applicability applicability) {
    return switch (applicability) {
      case AUTOMATIC -> "`outcrop fix` does it";
      case NEEDS_VALUES -> "somebody has to decide a value";
      case SOMEONE_ELSE -> "somebody else has to do it";
    };
  }

  static String of(Change.Undo undo) {
    return switch (undo) {
      case REVERSIBLE -> "can be undone exactly";
      case COMPENSABLE -> "can be undone in part";
      case FINAL -> "cannot be undone";
    };
  }

  static String id(Change.Undo undo) {
    return switch (undo) {
      case REVERSIBLE -> "reversible";
      case COMPENSABLE -> "compensable";
      case FINAL -> "final";
    };
  }

  static String of(FixOutcome.State state) {
    return switch (state) {
      case APPLIED -> "done";
      case ALREADY -> "was so already";
      case UNDONE -> "undone";
      case STAYS -> "stays";
      case FAILED -> "failed";
      case NOT_REACHED -> "not reached";
    };
  }
}
