package io.outcrop.iam.policy;

/// What a policy document is used as; each use has a grammar of its own. Source: IAM User Guide,
/// "Grammar of the IAM JSON policy language"; Organizations User Guide, "SCP syntax", "RCP syntax".
public enum PolicyKind {
  /// Attached to a user, group or role, inline or managed.
  IDENTITY,
  /// Attached to a resource; names principals.
  RESOURCE,
  /// A role's trust policy: names principals and no resource.
  TRUST,
  /// A permissions boundary.
  BOUNDARY,
  /// Passed when a session is made.
  SESSION,
  /// A service control policy.
  SCP,
  /// A resource control policy.
  RCP,
  /// The policy of a VPC endpoint.
  ENDPOINT
}
