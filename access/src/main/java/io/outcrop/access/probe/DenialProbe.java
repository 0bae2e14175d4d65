package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.DenialReference;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.IamToolbox.Evaluations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks AWS what it weighed when it denied a call. It writes that down after the answer, so that
/// the first "not found" counts for nothing.
final class DenialProbe {
  private static final String OPERATION = "iam-toolbox:GetRequestAuthorizationDetails";
  private static final Duration PAUSE = Duration.ofMillis(700);
  private static final int TRIES = 5;

  private final AwsAccount account;
  private final Supplier<Duration> left;

  /// @param left how much time is left
  DenialProbe(AwsAccount account, Supplier<Duration> left) {
    this.account = account;
    this.left = left;
  }

  /// What AWS keeps of the first of `calls` whose answer names an evaluation.
  Observation<Evaluations> look(List<Observation<String>> calls) {
    var reference = calls.stream().flatMap(call -> reference(call).stream()).findFirst();
    if (reference.isEmpty()) {
      return new Observation.Skipped<>("AWS's answer names no evaluation");
    }
    for (var tried = 1; true; tried++) {
      var seen = Observation.of(OPERATION, account.iamToolbox().details(reference.get().id()));
      if (!isTooEarly(seen) || tried == TRIES || left.get().compareTo(PAUSE) < 0 || !pause()) {
        return seen;
      }
    }
  }

  private static Optional<DenialReference> reference(Observation<String> call) {
    return switch (call) {
      case Observation.Refused<String>(var _, var error, var _) ->
          DenialReference.in(error.message());
      case Observation.NotPermitted<String>(var _, var error) ->
          DenialReference.in(error.message());
      case Observation.Succeeded<String> _,
          Observation.Unreachable<String> _,
          Observation.Skipped<String> _,
          Observation.Crashed<String> _ ->
          Optional.empty();
    };
  }

  private static boolean isTooEarly(Observation<Evaluations> seen) {
    return seen instanceof Observation.Refused<?>(var _, var error, var _)
        && error.code().startsWith("ResourceNotFound");
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
