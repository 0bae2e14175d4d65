package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.causes.catalogue.Cause;
import java.time.Duration;

/// Words for people where the data has ids.
public final class Words {
  private Words() {}

  /// How a cure is done.
  public static String of(Cause.Applicability applicability) {
    return switch (applicability) {
      case AUTOMATIC -> "`outcrop fix` does it";
      case NEEDS_VALUES -> "somebody has to decide a value";
      case SOMEONE_ELSE -> "somebody else has to do it";
    };
  }

  /// Who has to act.
  public static String who(String who) {
    return switch (who) {
      case "caller" -> "whoever makes the call";
      case "administrator" -> "an administrator of the account";
      case "organization" -> "whoever owns the organization";
      case "aws" -> "AWS";
      default -> who;
    };
  }

  /// What a caller should do by itself.
  static String of(Cause.Retry retry, Cause.Delay delay) {
    return switch (retry) {
      case NEVER -> "no; nothing changes by itself";
      case SAME_ROUTE ->
          delay.first().isZero()
              ? "yes, over the same route"
              : "yes, over the same route after %s, doubled each time up to %s"
                  .formatted(time(delay.first()), time(delay.most()));
      case NEXT_ROUTE ->
          delay.first().isZero()
              ? "yes, over another model or region"
              : "yes, over another model or region; leave this one alone for %s"
                  .formatted(time(delay.first()));
    };
  }

  private static String time(Duration time) {
    if (time.toSeconds() < 1) {
      return time.toMillis() + " ms";
    }
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  /// How far a change can be taken back.
  public static String of(Change.Undo undo) {
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
      case UNKNOWN -> "not known whether it was done";
      case NOT_REACHED -> "not reached";
    };
  }
}
