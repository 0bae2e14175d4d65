package io.outcrop.access.cure;

import io.outcrop.cloud.call.PolicyOwner;
import java.util.Optional;

/// Who holds a policy, and whether it can be changed there.
final class Owners {
  private Owners() {}

  /// Reads what [PolicyOwner#toString] wrote.
  static Optional<PolicyOwner> parse(String words) {
    for (var kind : PolicyOwner.Kind.values()) {
      var prefix = new PolicyOwner(kind, "").toString();
      if (words.startsWith(prefix) && words.length() > prefix.length()) {
        return Optional.of(new PolicyOwner(kind, words.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  /// Whether another service owns the role's policies and would write over a change. Source: IAM
  /// Identity Center User Guide, "Permission sets"; IAM User Guide, "Service-linked roles".
  static boolean isManagedElsewhere(PolicyOwner owner) {
    return owner.kind() == PolicyOwner.Kind.ROLE
        && (owner.name().startsWith("AWSReservedSSO_")
            || owner.name().startsWith("AWSServiceRoleFor"));
  }
}
