package io.outcrop.iam.request;

import java.util.List;

/// Every policy that has a say in one request.
///
/// @param identity of the user, its groups, or the role
/// @param boundary the permissions boundary
/// @param session session policies, inline and managed: one layer
/// @param scps service control policies
/// @param rcps resource control policies; RCPFullAWSAccess is implied
/// @param resource the policy of the resource, or a role's trust policy
/// @param endpoint the policy of the VPC endpoint on the way
public record PolicyLayers(
    Layer identity,
    Layer boundary,
    Layer session,
    Organization scps,
    Organization rcps,
    Layer resource,
    Layer endpoint) {

  /// Policies of an organization, from the root down to the account.
  public sealed interface Organization {
    /// The account is in no organization, or such policies do not reach it.
    record None() implements Organization {}

    /// Every level from root to account, with what is attached there.
    record Levels(List<Level> levels) implements Organization {
      public Levels {
        levels = List.copyOf(levels);
      }
    }

    /// Nobody could look.
    record Unknown(String why) implements Organization {}
  }

  /// One level: the root, an organizational unit, the account.
  public record Level(String name, List<NamedPolicy> policies) {
    public Level {
      policies = List.copyOf(policies);
    }
  }

  /// Identity policies alone; no other layer takes part.
  public static PolicyLayers ofIdentity(List<NamedPolicy> policies) {
    return new PolicyLayers(
        new Layer.Known(policies),
        new Layer.Absent(),
        new Layer.Absent(),
        new Organization.None(),
        new Organization.None(),
        new Layer.Absent(),
        new Layer.Absent());
  }

  /// A resource's own policies alone, or a role's trust policy.
  public static PolicyLayers ofResource(List<NamedPolicy> policies) {
    return new PolicyLayers(
        new Layer.Absent(),
        new Layer.Absent(),
        new Layer.Absent(),
        new Organization.None(),
        new Organization.None(),
        new Layer.Known(policies),
        new Layer.Absent());
  }

  /// The same on a resource with this policy.
  public PolicyLayers onResource(Layer policy) {
    return new PolicyLayers(identity, boundary, session, scps, rcps, policy, endpoint);
  }

  /// The same through a VPC endpoint with this policy.
  public PolicyLayers throughEndpoint(Layer policy) {
    return new PolicyLayers(identity, boundary, session, scps, rcps, resource, policy);
  }
}
