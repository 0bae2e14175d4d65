package io.outcrop.iam.difference;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.List;

/// One thing that is allowed in one version and not in the other.
///
/// @param direction whether access is gained or lost
/// @param words what changes, one sentence
/// @param causes the statements that decide it, where they stand
/// @param example a request that shows it
/// @param isReal whether AWS has such requests, as far as is known: an action on a resource of a
///   kind that it is about. What changes for no others changes nothing today
public record AccessChange(
    Direction direction, String words, List<Cause> causes, Example example, boolean isReal) {
  public AccessChange {
    causes = List.copyOf(causes);
  }

  /// Which way access changes.
  public enum Direction {
    GAINED,
    LOST
  }

  /// Which version of the policy.
  public enum Side {
    OLD,
    NEW
  }

  /// A statement where it stands.
  ///
  /// @param side in which version
  /// @param document in which of its documents, from 0
  public record Cause(Side side, int document, Statement statement) {}

  /// A request that is allowed under one version and denied under the other, all other layers
  /// allowing.
  ///
  /// @param before its outcome under the old version
  /// @param after its outcome under the new one
  /// @param beside whether this takes a second policy of the same kind that allows everything, to
  ///   show what a Deny takes away
  public record Example(
      AuthorizationRequest request, Outcome before, Outcome after, boolean beside) {}
}
