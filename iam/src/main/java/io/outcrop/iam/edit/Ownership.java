package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import java.util.EnumSet;
import java.util.Set;

/// Which policies the asker may change.
///
/// @param layers the layers
/// @param otherAccounts whether the policies of other accounts' resources are among them
public record Ownership(Set<LayerName> layers, boolean otherAccounts) {
  public Ownership {
    layers = Set.copyOf(layers);
  }

  /// Identity-based policies of the caller alone.
  public static Ownership ofIdentity() {
    return new Ownership(Set.of(LayerName.IDENTITY), false);
  }

  /// Everything that is managed inside the caller's account: identity-based policies, boundaries,
  /// session policies, its resources' policies and its VPC endpoints'.
  public static Ownership ofAccount() {
    return new Ownership(
        Set.of(
            LayerName.IDENTITY,
            LayerName.BOUNDARY,
            LayerName.SESSION,
            LayerName.RESOURCE,
            LayerName.ENDPOINT),
        false);
  }

  /// Every layer, in whichever account.
  public static Ownership ofEverything() {
    return new Ownership(EnumSet.allOf(LayerName.class), true);
  }

  boolean owns(LayerName layer, boolean foreignResource) {
    return layers.contains(layer)
        && (layer != LayerName.RESOURCE || !foreignResource || otherAccounts);
  }
}
