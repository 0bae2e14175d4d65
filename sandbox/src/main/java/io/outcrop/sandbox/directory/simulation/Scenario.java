package io.outcrop.sandbox.directory.simulation;

import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import java.util.Optional;

/// Everything that is the same for all actions and resources of a simulation.
///
/// @param caller who would ask
/// @param identity identity-based policies
/// @param boundary the permissions boundary; at most one
/// @param scps the organization's service control policies
/// @param resource the resource's policy; at most one
/// @param owner the account that owns the resources; empty for the one in their ARN
/// @param context the condition keys that are given
record Scenario(
    Principal caller,
    List<SourcePolicy> identity,
    List<SourcePolicy> boundary,
    Organization scps,
    List<SourcePolicy> resource,
    String owner,
    RequestContext context) {
  private static final String ALLOW_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  /// The whole decision. A condition key that is not given is missing.
  Decision decide(String action, String arn) {
    return prepared(identity, layer(boundary), scps).decideAsGiven(request(action, arn));
  }

  /// Whether the boundary by itself lets the request pass; none if there is no boundary.
  Optional<Boolean> passesBoundary(String action, String arn) {
    return boundary.isEmpty()
        ? Optional.empty()
        : Optional.of(passes(action, arn, layer(boundary), new Organization.None()));
  }

  /// Whether the organization by itself lets the request pass; none if there is no organization.
  Optional<Boolean> passesOrganization(String action, String arn) {
    return scps instanceof Organization.None
        ? Optional.empty()
        : Optional.of(passes(action, arn, new Layer.Absent(), scps));
  }

  private boolean passes(String action, String arn, Layer bounds, Organization organization) {
    var all = SourcePolicy.of("", ALLOW_ALL, PolicyKind.IDENTITY).stream().toList();
    return prepared(all, bounds, organization).decideAsGiven(request(action, arn)).isAllowed();
  }

  private PreparedLayers prepared(
      List<SourcePolicy> policies, Layer bounds, Organization organization) {
    return Authorizer.prepare(
        new PolicyLayers(
            new Layer.Known(policies.stream().map(SourcePolicy::named).toList()),
            bounds,
            new Layer.Absent(),
            organization,
            new Organization.None(),
            layer(resource),
            new Layer.Absent()));
  }

  private static Layer layer(List<SourcePolicy> policies) {
    return policies.isEmpty()
        ? new Layer.Absent()
        : new Layer.Known(policies.stream().map(SourcePolicy::named).toList());
  }

  private AuthorizationRequest request(String action, String arn) {
    return new AuthorizationRequest(caller, action, arn, ownerOf(arn), context);
  }

  private String ownerOf(String arn) {
    if (!owner.isEmpty()) {
      return owner;
    }
    var parts = arn.split(":", 6);
    return parts.length == 6 && parts[4].matches("[0-9]{12}") ? parts[4] : caller.account();
  }
}
