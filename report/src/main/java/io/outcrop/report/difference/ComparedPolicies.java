package io.outcrop.report.difference;

import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.iam.policy.PolicyKind;
import java.util.List;

/// Two versions of a policy, and what came of comparing them.
///
/// @param kind what they were read as
/// @param before the files of the old version
/// @param after the files of the new one
public record ComparedPolicies(
    PolicyKind kind, List<String> before, List<String> after, PolicyDifference difference) {
  public ComparedPolicies {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// In which file a statement stands.
  String file(Cause cause) {
    return (cause.side() == Side.OLD ? before : after).get(cause.document());
  }

  /// `dev.json:4:5`.
  String place(Cause cause) {
    var position = cause.statement().position();
    return file(cause) + ":" + position.line() + ":" + position.column();
  }
}
