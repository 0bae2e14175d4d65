package io.outcrop.iam.decision;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.Optional;

/// An element of a statement that does not match, with both sides of the comparison.
public sealed interface Mismatch {
  /// `Action` or `NotAction`.
  record OfAction(Patterns written, String requested) implements Mismatch {}

  /// `Principal` or `NotPrincipal`.
  record OfPrincipal(Principals written, Principal caller) implements Mismatch {}

  /// `Resource` or `NotResource`.
  ///
  /// @param nearest the pattern that comes nearest, or of a `NotResource` the one that matches;
  ///   none if the statement's patterns or the request's resource are no ARNs
  /// @param requested the request's resource
  /// @param part the first part of the ARN in which they differ, in words: `region`; empty if none
  record OfResource(Patterns written, Optional<Pattern> nearest, String requested, String part)
      implements Mismatch {}

  /// One key of `Condition`.
  ///
  /// @param found the request's values of the key; none if it does not bring it
  record OfCondition(Condition written, Optional<Value> found) implements Mismatch {}
}
