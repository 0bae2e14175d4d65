package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.causes.Diagnosis;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.Sts.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Puts first, of the causes that share one text, the one that the client side speaks for.
final class Sharpening {
  /// How far a clock may be off. Source: AWS General Reference, "Signing AWS API requests".
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Observations seen;

  Sharpening(Observations seen) {
    this.seen = seen;
  }

  List<Diagnosis> sharpen(List<Diagnosis> diagnoses) {
    if (lacksToken()) {
      return first(diagnoses, "missing-session-token");
    }
    if (seen.asked().scope().call() == ClientCall.MANTLE) {
      return first(diagnoses, "mantle-model-not-in-region");
    }
    var ahead = seen.reached().seen().map(Reached::clockAhead).orElse(Duration.ZERO).abs();
    return ahead.compareTo(TOLERANCE) > 0 ? first(diagnoses, "clock-skew") : diagnoses;
  }

  /// Whether the account is known to have the called region switched on.
  boolean regionIsOn() {
    return seen.account().optIn().seen().stream().anyMatch(status -> status.startsWith("ENABLED"));
  }

  /// Whether the account says that it may use the model, in every word it has for that.
  boolean accountIsOpen() {
    return seen.account().availability().seen().stream().anyMatch(Sharpening::isOpen)
        && seen.account().form().seen().orElse(false);
  }

  /// Whether AWS is known to take the keys that the call is signed with.
  boolean callerIsTaken() {
    return seen.path().apiKey().seen().isEmpty()
        && !lacksToken()
        && seen.identity() instanceof Observation.Succeeded<Identity>;
  }

  private boolean lacksToken() {
    var key = seen.sources().key();
    return key.id().startsWith("ASIA") && !key.hasSessionToken();
  }

  private static boolean isOpen(Availability one) {
    return one.agreement().equals("AVAILABLE")
        && one.authorization().equals("AUTHORIZED")
        && one.entitlement().equals("AVAILABLE")
        && one.region().equals("AVAILABLE");
  }

  private static List<Diagnosis> first(List<Diagnosis> diagnoses, String slug) {
    var sorted = new ArrayList<Diagnosis>();
    diagnoses.stream().filter(one -> one.cause().slug().equals(slug)).forEach(sorted::add);
    diagnoses.stream().filter(one -> !one.cause().slug().equals(slug)).forEach(sorted::add);
    return List.copyOf(sorted);
  }
}
