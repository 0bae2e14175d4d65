package io.outcrop.access.composed;

import java.util.List;

/// Causes of which AWS says the same, but for names.
final class Shapes {
  private static final List<List<String>> ALIKE =
      List.of(
          List.of(
              "iam-no-identity-policy-allow",
              "iam-missing-stream-action",
              "iam-missing-inference-profile-arn",
              "iam-missing-destination-region-fm-arn",
              "iam-allow-conditional-not-met"),
          List.of(
              "identity-explicit-deny",
              "identity-deny-region-condition",
              "identity-deny-global-profile",
              "key-quarantined",
              "api-key-call-denied"),
          List.of("scp-explicit-deny", "scp-region-block-cross-region", "scp-deny-global-profile"));

  private Shapes() {}

  static boolean alike(String one, String other) {
    return ALIKE.stream().anyMatch(all -> all.contains(one) && all.contains(other));
  }
}
