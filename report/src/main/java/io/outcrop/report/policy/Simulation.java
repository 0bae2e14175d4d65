package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.List;
import java.util.Optional;

/// What was asked of some policies, and what they answer.
///
/// @param call the call to a model that needs all of it; none if the requests stand for themselves
/// @param rulings the answers, in the order in which they were asked
/// @param whereabouts where the policies stand
/// @param notes what the answers rest on
public record Simulation(
    List<Call> call, List<Ruling> rulings, Whereabouts whereabouts, List<String> notes) {
  public Simulation {
    call = List.copyOf(call);
    rulings = List.copyOf(rulings);
    notes = List.copyOf(notes);
  }

  /// A call to a model.
  ///
  /// @param model the id that is called
  /// @param apiKey `short`, `long`; empty for a signed call
  /// @param guardrail its ARN; empty if there is none
  public record Call(
      String operation, String model, String region, String apiKey, String guardrail) {}

  /// One request and its answer.
  ///
  /// @param purpose what it is needed for; empty if it stands for itself
  public record Ruling(AuthorizationRequest request, Decision decision, String purpose) {
    /// The answer without its reasons.
    public Verdict verdict() {
      return switch (decision.outcome()) {
        case ALLOWED -> Verdict.ALLOWED;
        case IMPLICITLY_DENIED, EXPLICITLY_DENIED -> Verdict.DENIED;
        case DEPENDS_ON_UNKNOWN -> Verdict.DEPENDS_ON_UNKNOWN;
      };
    }
  }

  /// The answer to all of it.
  public enum Verdict {
    ALLOWED("allowed"),
    DEPENDS_ON_UNKNOWN("depends-on-unknown"),
    DENIED("denied");

    private final String id;

    Verdict(String id) {
      this.id = id;
    }

    /// The verdict in JSON.
    public String id() {
      return id;
    }
  }

  /// Denied if any request is; else dependent if any is; else allowed.
  public Verdict verdict() {
    return rulings.stream()
        .map(Ruling::verdict)
        .max(Verdict::compareTo)
        .orElseThrow(() -> new IllegalStateException("nothing was asked"));
  }

  /// The first request that makes the verdict what it is; none if all is allowed.
  public Optional<Ruling> failing() {
    return verdict() == Verdict.ALLOWED
        ? Optional.empty()
        : rulings.stream().filter(one -> one.verdict() == verdict()).findFirst();
  }

  int count(Verdict verdict) {
    return (int) rulings.stream().filter(one -> one.verdict() == verdict).count();
  }
}
