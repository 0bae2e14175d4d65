package io.outcrop.iam.policy;

import java.util.Arrays;
import java.util.Optional;

/// What a policy document is used as; each use has a grammar of its own. Source: IAM User Guide,
/// "Grammar of the IAM JSON policy language"; Organizations User Guide, "SCP syntax", "RCP syntax".
public enum PolicyKind {
  /// Attached to a user, group or role, inline or managed.
  IDENTITY("identity", "identity-based policy"),
  /// Attached to a resource; names principals.
  RESOURCE("resource", "resource-based policy"),
  /// A role's trust policy: names principals and no resource.
  TRUST("trust", "trust policy"),
  /// A permissions boundary.
  BOUNDARY("boundary", "permissions boundary"),
  /// Passed when a session is made.
  SESSION("session", "session policy"),
  /// A service control policy.
  SCP("scp", "service control policy"),
  /// A resource control policy.
  RCP("rcp", "resource control policy"),
  /// The policy of a VPC endpoint.
  ENDPOINT("endpoint", "VPC endpoint policy");

  private final String id;
  private final String words;

  PolicyKind(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// As it is named on a command line and in JSON.
  public String id() {
    return id;
  }

  /// As people say it.
  public String words() {
    return words;
  }

  /// The kind with this [#id].
  public static Optional<PolicyKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
