package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Permissions.Held;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.AtOnce;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.account.SessionPolicies;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Reads every policy that has a say in a principal's calls to Bedrock. What cannot be read is
/// unknown, with the reason.
final class PolicyProbe {
  /// IAM answers some fifteen reads a second, of everybody in the account.
  private static final int MOST_AT_ONCE = 8;

  private final AwsAccount reader;
  private final String readAs;
  private final PrincipalContext context;
  private final BooleanSupplier privateEndpoint;

  /// @param reader who reads
  /// @param readAs who that is, in words
  /// @param context what the principal brings besides
  /// @param privateEndpoint whether the call goes through a VPC endpoint; asked at the end
  PolicyProbe(
      AwsAccount reader, String readAs, PrincipalContext context, BooleanSupplier privateEndpoint) {
    this.reader = reader;
    this.readAs = readAs;
    this.context = context;
    this.privateEndpoint = privateEndpoint;
  }

  Observation<Permissions> look(Principal principal) {
    return switch (principal) {
      case Principal.IamUser user ->
          owned(principal, new PolicyOwner(PolicyOwner.Kind.USER, user.name()));
      case Principal.RoleSession session ->
          owned(principal, new PolicyOwner(PolicyOwner.Kind.ROLE, session.roleName()));
      case Principal.IamRole role ->
          owned(principal, new PolicyOwner(PolicyOwner.Kind.ROLE, role.name()));
      case Principal.RootUser root -> {
        var organization = new OrganizationReading(reader.organizations());
        yield seen(
            root,
            List.of(),
            layers(
                organization.scps(root.account()),
                new Layer.Known(List.of()),
                new Layer.Absent(),
                new Layer.Absent()),
            List.of(),
            context.keys(root, root.arn().toString(), Map.of(), organization.id()));
      }
      case Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          new Observation.Skipped<>("the policies of such a principal cannot be read");
    };
  }

  private Observation<Permissions> owned(Principal principal, PolicyOwner owner) {
    var iam = reader.iam();
    var isUser = owner.kind() == PolicyOwner.Kind.USER;
    try (var together = new AtOnce(MOST_AT_ONCE)) {
      var documents = new IdentityReading(iam, together);
      var attached = documents.attached(owner);
      var entity =
          Observation.of(
              isUser ? "iam:GetUser" : "iam:GetRole",
              isUser ? iam.user(owner.name()) : iam.role(owner.name()));
      if (!(entity instanceof Observation.Succeeded<Iam.Entity>(var found, var _))) {
        return entity.map(_ -> {
          throw new IllegalStateException("an entity that was not seen has no value");
        });
      }
      var organization = together.begin(() -> new OrganizationReading(reader.organizations()));
      var scps = together.begin(() -> organization.get().scps(principal.account()));
      var boundary = documents.managed(found.boundaryArn(), owner.toString(), PolicyKind.BOUNDARY);
      var identity = documents.of(owner, attached);
      var session =
          principal instanceof Principal.RoleSession
              ? SessionPolicies.of(found.trust())
              : new Layer.Absent();
      return seen(
          principal,
          List.of(owner),
          layers(scps.get(), identity.layer(), boundary.get(), session),
          identity.inline(),
          context.keys(principal, found.arn(), found.tags(), organization.get().id()));
    }
  }

  private Observation<Permissions> seen(
      Principal principal,
      List<PolicyOwner> owner,
      PolicyLayers layers,
      List<Held> inline,
      Map<String, String> keys) {
    return new Observation.Succeeded<>(
        new Permissions(principal, keys, owner, layers, inline, readAs), "iam, organizations");
  }

  /// Bedrock takes no part in resource control policies, and its models have no policies of their
  /// own. Source: Organizations User Guide, "Services that support RCPs", read 2026-11-20.
  private PolicyLayers layers(Organization scps, Layer identity, Layer boundary, Layer session) {
    return new PolicyLayers(
        identity,
        boundary,
        session,
        scps,
        new Organization.None(),
        new Layer.Absent(),
        privateEndpoint.getAsBoolean()
            ? new Layer.Unknown("the policy of the VPC endpoint on the way was not read")
            : new Layer.Absent());
  }
}
