package io.outcrop.iam.difference;

import io.outcrop.iam.policy.PolicyDocument;
import java.util.List;
import java.util.function.Function;
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
    return between(before, after, _ -> List.of());
  }

  /// The same, with names of actions that exist.
  ///
  /// @param catalogue for an action pattern, the actions that it covers; maybe none
  public static PolicyDifference between(
      List<PolicyDocument> before,
      List<PolicyDocument> after,
      Function<String, List<String>> catalogue) {
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
        : new Comparison(kinds.getFirst(), before, after, catalogue).compare();
  }
}
