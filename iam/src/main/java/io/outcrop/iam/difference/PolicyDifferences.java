package io.outcrop.iam.difference;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.reference.ServiceReference;
import java.util.List;
import java.util.stream.Stream;

/// Compares two versions of a policy by the access they give. Stateless and safe for many threads;
/// the same question gets the same answer.
///
/// Order, formatting, duplicates, a string for a list of one, the case of action names and of
/// condition keys, one statement for many, and a `Version` that does not matter are no difference.
/// What is claimed to differ is shown by a request; what is claimed to be equivalent is proved by
/// the texts. What is neither says so.
public final class PolicyDifferences {
  private PolicyDifferences() {}

  /// What access changes from `before` to `after`.
  ///
  /// @param before the documents of one policy, or of one layer or level, all of one kind
  /// @param after the same later
  public static PolicyDifference between(List<PolicyDocument> before, List<PolicyDocument> after) {
    return between(before, after, Reality.unknown());
  }

  /// The same, with examples of actions and resources that there are.
  ///
  /// @param reference which there are
  public static PolicyDifference between(
      List<PolicyDocument> before, List<PolicyDocument> after, ServiceReference reference) {
    return between(before, after, Reality.of(reference));
  }

  private static PolicyDifference between(
      List<PolicyDocument> before, List<PolicyDocument> after, Reality reality) {
    var kinds =
        Stream.concat(before.stream(), after.stream())
            .map(PolicyDocument::kind)
            .distinct()
            .toList();
    if (kinds.size() > 1) {
      throw new IllegalArgumentException("policies of different kinds: " + kinds);
    }
    return kinds.isEmpty()
        ? new PolicyDifference.Equivalent()
        : new Comparison(kinds.getFirst(), before, after, reality).compare();
  }
}
