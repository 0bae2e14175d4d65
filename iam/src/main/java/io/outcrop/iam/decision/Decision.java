package io.outcrop.iam.decision;

import java.util.List;
import java.util.Set;

/// The answer to one request, with what decided it.
///
/// @param outcome the answer
/// @param decidedBy the statements that made it so: the Deny statements of an explicit denial, the
///   Allow statements of a permission; none for an implicit denial
/// @param blockedBy the layers in which nothing allows; for a permission none, and none if the
///   service itself refuses
/// @param missingKeys condition keys that the request did not bring and whose presence could change
///   the answer, as the policies write them
/// @param unknown what could not be looked at and could change the answer, in words
/// @param rule why the service refuses the request to everybody, whatever policies say: an AWS
///   managed policy cannot be changed; empty if it does not
public record Decision(
    Outcome outcome,
    List<StatementRef> decidedBy,
    List<LayerName> blockedBy,
    Set<String> missingKeys,
    List<String> unknown,
    String rule) {
  public Decision {
    decidedBy = List.copyOf(decidedBy);
    blockedBy = List.copyOf(blockedBy);
    missingKeys = Set.copyOf(missingKeys);
    unknown = List.copyOf(unknown);
  }

  /// The answer itself.
  public enum Outcome {
    /// Every layer that takes part allows.
    ALLOWED,
    /// Nothing denies, but some layer does not allow.
    IMPLICITLY_DENIED,
    /// A Deny statement matches.
    EXPLICITLY_DENIED,
    /// Nothing known denies; a layer that nobody could look at decides.
    DEPENDS_ON_UNKNOWN
  }

  /// Whether the request is certainly allowed.
  public boolean isAllowed() {
    return outcome == Outcome.ALLOWED;
  }

  /// Whether the request is certainly denied.
  public boolean isDenied() {
    return outcome == Outcome.IMPLICITLY_DENIED || outcome == Outcome.EXPLICITLY_DENIED;
  }
}
