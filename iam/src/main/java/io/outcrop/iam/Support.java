package io.outcrop.iam;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.Reach;
import java.util.Optional;

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

  /// What an Allow in a resource's policy gives that reaches the caller so; empty if it does not.
  static Optional<Support> ofGrant(Reach reach) {
    return switch (reach) {
      case NONE -> Optional.empty();
      case ACCOUNT -> Optional.of(ACCOUNT_GRANT);
      case ORIGIN -> Optional.of(ORIGIN_GRANT);
      case DIRECT -> Optional.of(DIRECT_GRANT);
    };
  }

  LayerName layer() {
    return layer;
  }

  /// Whether it gives access, and does not merely limit what others give.
  boolean grants() {
    return this != BOUNDARY && this != SESSION;
  }
}
