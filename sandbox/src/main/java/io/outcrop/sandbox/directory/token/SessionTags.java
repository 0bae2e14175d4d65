package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What STS refuses of the session tags that a call passes. Keys differ by more than their case.
/// Source: IAM User Guide, "Pass session tags in AWS STS" and "Tags for IAM resources" (keys that
/// begin with `aws:`), read 2026-11; codes and words as others saw them answered.
final class SessionTags {
  private SessionTags() {}

  /// STS's refusal of the tags of `input`, in a session that inherits the keys `inherited`.
  static Optional<Reply.Fault> refused(SessionInput input, Collection<String> inherited) {
    var keys = input.tagKeys();
    if (keys.stream().map(SessionTags::small).anyMatch(key -> key.startsWith("aws:"))) {
      return wrong("Caller is an end user and not allowed to mutate system tags");
    }
    var small = small(keys);
    if (small.size() < keys.size()) {
      return wrong("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    if (small(inherited).stream().anyMatch(small::contains)) {
      return wrong(
          "One of the specified transitive tag keys can't be set because it conflicts with a"
              + " transitive tag key from the calling session.");
    }
    return small.containsAll(small(input.transitive()))
        ? Optional.empty()
        : wrong("The specified transitive tag key must be included in the requested tags.");
  }

  private static Optional<Reply.Fault> wrong(String sentence) {
    return Optional.of(Faults.said(400, "InvalidParameterValue", sentence));
  }

  private static Set<String> small(Collection<String> keys) {
    return new HashSet<>(keys.stream().map(SessionTags::small).toList());
  }

  private static String small(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
