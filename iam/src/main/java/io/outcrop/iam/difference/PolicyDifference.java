package io.outcrop.iam.difference;

import io.outcrop.iam.difference.AccessChange.Cause;
import java.util.List;

/// What came of comparing two versions of a policy.
public sealed interface PolicyDifference {
  /// Both say the same, proved by their texts: each statement of one is contained in one of the
  /// other.
  record Equivalent() implements PolicyDifference {}

  /// Access changes.
  ///
  /// @param changes what is gained, then what is lost; never empty
  /// @param tried how many requests were decided under both
  record Changed(List<AccessChange> changes, int tried) implements PolicyDifference {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  /// The texts differ where it could matter, but no request was found that is decided differently.
  ///
  /// @param tried how many requests were decided under both
  /// @param differing the statements that are on one side only
  record NoDifferenceFound(int tried, List<Cause> differing) implements PolicyDifference {
    public NoDifferenceFound {
      differing = List.copyOf(differing);
    }
  }
}
