package io.outcrop.iam.policy;

/// What the grammar of one kind of policy asks for. Source: IAM User Guide, "Grammar of the IAM
/// JSON policy language"; Organizations User Guide, "SCP syntax" and "RCP syntax"; read 2026-11.
///
/// @param principal whether statements name principals
/// @param allowsNotPrincipal whether `NotPrincipal` may stand for `Principal`
/// @param resource whether statements name resources
/// @param allowsId whether the document may have an `Id`
/// @param hasPlainSids whether a `Sid` is letters and digits only, and unique
record Grammar(
    Presence principal,
    boolean allowsNotPrincipal,
    Presence resource,
    boolean allowsId,
    boolean hasPlainSids) {

  /// Whether an element stands in a statement.
  enum Presence {
    REQUIRED,
    OPTIONAL,
    FORBIDDEN
  }

  private static final Grammar OF_IDENTITY =
      new Grammar(Presence.FORBIDDEN, false, Presence.REQUIRED, false, true);
  private static final Grammar OF_SCP =
      new Grammar(Presence.FORBIDDEN, false, Presence.REQUIRED, false, false);
  private static final Grammar OF_RCP =
      new Grammar(Presence.REQUIRED, false, Presence.REQUIRED, false, false);
  private static final Grammar OF_ENDPOINT =
      new Grammar(Presence.REQUIRED, true, Presence.REQUIRED, true, false);
  private static final Grammar OF_TRUST =
      new Grammar(Presence.REQUIRED, false, Presence.FORBIDDEN, true, false);
  // some services' policies stand for their one resource and leave `Resource` out (ECR, SES)
  private static final Grammar OF_RESOURCE =
      new Grammar(Presence.REQUIRED, true, Presence.OPTIONAL, true, false);

  static Grammar of(PolicyKind kind) {
    return switch (kind) {
      case IDENTITY, BOUNDARY, SESSION -> OF_IDENTITY;
      case RESOURCE -> OF_RESOURCE;
      case TRUST -> OF_TRUST;
      case SCP -> OF_SCP;
      case RCP -> OF_RCP;
      case ENDPOINT -> OF_ENDPOINT;
    };
  }
}
