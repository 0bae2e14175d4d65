package io.outcrop.iam.match;

/// How a `Principal` element reaches the caller: the more directly, the more it grants. Source: IAM
/// User Guide, "Policy evaluation logic" (the table of what an allow in a resource-based policy
/// means by the type of principal) and "Permissions boundaries for IAM entities".
public enum Reach {
  /// It does not.
  NONE,
  /// By naming the account: this leaves the decision to the account's own policies.
  ACCOUNT,
  /// By naming the role or user behind a session: no identity policy is needed, but boundary and
  /// session policy still limit.
  ORIGIN,
  /// By naming the caller itself, or everyone: neither identity policy, boundary nor session policy
  /// need to allow.
  DIRECT
}
