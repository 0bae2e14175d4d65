package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// All operations about users, groups, roles and instance profiles.
public final class IdentityOperations {
  private IdentityOperations() {}

  /// Adds them to `operations`.
  ///
  /// @param lastUse when roles were used last
  public static void addTo(
      Map<String, Operation> operations, AwsManagedPolicies aws, Issuer issuer, LastUse lastUse) {
    var boundaries = new Boundaries(aws);
    new Users(issuer, boundaries).addTo(operations);
    new Groups(issuer).addTo(operations);
    new Roles(issuer, boundaries, lastUse).addTo(operations);
    new ServiceLinkedRoles(issuer).addTo(operations);
    new InstanceProfiles(issuer).addTo(operations);
    boundaries.addTo(operations);
    new AttachedPolicies(aws).addTo(operations);
    InlinePolicies.addTo(operations);
    IdentityTags.addTo(operations);
  }
}
