package io.outcrop.access.apply;

import io.outcrop.access.change.Binding;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;

/// Changes one target: looks just before, sends, and where the outcome is unknown looks again until
/// it is known.
final class Attempt {
  private static final int MOST_SENDS = 3;

  private final Settling settling;

  Attempt(Settling settling) {
    this.settling = settling;
  }

  /// Brings `target` where it shall be, unless somebody else has changed it since `planned`.
  <S> Made make(Target<S> target, Binding planned) {
    return switch (target.look().get()) {
      case Answer.Succeeded<S>(var state, var _) -> make(target, planned, state);
      case Answer.Refused<S> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<S> unreachable -> new Made.Refused(said(unreachable));
    };
  }

  private <S> Made make(Target<S> target, Binding planned, S state) {
    return switch (target.standing().apply(state)) {
      case Standing.Reached() -> new Made.Already();
      case Standing.Different(var how) -> new Made.Refused(changed(target, how));
      case Standing.AsPlanned() -> {
        var different = planned.differences(new Binding(target.facts().apply(state)));
        yield different.isEmpty()
            ? send(target, state)
            : new Made.Refused(changed(target, String.join(", ", different)));
      }
    };
  }

  private static String changed(Target<?> target, String how) {
    return target.what() + " has been changed by somebody else since the plan was made: " + how;
  }

  private <S> Made send(Target<S> target, S state) {
    var last = "";
    for (var sends = 0; sends < MOST_SENDS; sends++) {
      switch (target.send().apply(state)) {
        case Answer.Succeeded<?> _ -> {
          return new Made.Now();
        }
        case Answer.Refused<?> refused when isThrottle(refused.error()) -> {
          last = said(refused);
          if (!settling.rest()) {
            return new Made.Refused(last);
          }
        }
        case Answer.Refused<?> refused when refused.error().status() < 500 -> {
          // The SDK sends again when a connection is lost: what is refused may have been done by
          // the call before.
          return isReached(target) ? new Made.Now() : new Made.Refused(said(refused));
        }
        case Answer.Refused<?> refused -> last = said(refused);
        case Answer.Unreachable<?> unreachable -> last = said(unreachable);
      }
      var settled = settle(target);
      if (!(settled instanceof Standing.AsPlanned)) {
        return settled instanceof Standing.Reached
            ? new Made.Now()
            : new Made.Unknown(last + "; what was seen since does not settle it");
      }
    }
    return new Made.Refused(last + "; looking again shows that it was not done");
  }

  private static <S> boolean isReached(Target<S> target) {
    return target.look().get() instanceof Answer.Succeeded<S>(var state, var _)
        && target.standing().apply(state) instanceof Standing.Reached;
  }

  /// Looks until the change shows, or until the window is over in which it might show late.
  private <S> Standing settle(Target<S> target) {
    Standing seen = new Standing.Different("it cannot be looked at");
    for (var look = 0; look < settling.looks(); look++) {
      if (target.look().get() instanceof Answer.Succeeded<S>(var state, var _)) {
        seen = target.standing().apply(state);
        if (!(seen instanceof Standing.AsPlanned)) {
          return seen;
        }
      }
      if (look + 1 < settling.looks() && !settling.rest()) {
        return new Standing.Different("interrupted");
      }
    }
    return seen;
  }

  private static boolean isThrottle(AwsError error) {
    return error.status() == 429
        || error.code().startsWith("Throttling")
        || error.code().equals("TooManyRequestsException")
        || error.code().equals("RequestLimitExceeded");
  }

  static String said(Answer.Refused<?> refused) {
    return "`%s` answered %s: %s"
        .formatted(refused.operation(), refused.error().code(), refused.error().message());
  }

  static String said(Answer.Unreachable<?> unreachable) {
    return "`%s` had no answer: %s".formatted(unreachable.operation(), unreachable.why());
  }
}
