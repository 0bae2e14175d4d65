package io.outcrop.iam;

import io.outcrop.iam.decision.LayerName;

/// One thing that a permission may rest on.
enum Support {
  /// An identity-based policy allows.
  IDENTITY(LayerName.IDENTITY),
  /// The boundary allows, or there is none.
  BOUNDARY(LayerName.BOUNDARY),
  /// A session policy allows, or none is needed.
  SESSION(LayerName.SESSION),
  /// The resource's policy allows the caller's account.
  ACCOUNT_GRANT(LayerName.RESOURCE),
  /// The resource's policy allows the role or user behind the caller's session.
  ORIGIN_GRANT(LayerName.RESOURCE),
  /// The resource's policy allows the caller itself.
  DIRECT_GRANT(LayerName.RESOURCE);

  private final LayerName layer;

  Support(LayerName layer) {
    this.layer = layer;
  }

  LayerName layer() {
    return layer;
  }

  /// Whether it gives access, and does not merely limit what others give.
  boolean grants() {
    return this != BOUNDARY && this != SESSION;
  }
}
