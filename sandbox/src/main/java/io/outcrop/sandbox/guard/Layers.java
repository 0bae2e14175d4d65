package io.outcrop.sandbox.guard;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects every policy of a world that has a say in one request.
final class Layers {
  private final Realm realm;
  private final AwsManagedPolicies aws;

  Layers(Realm realm, AwsManagedPolicies aws) {
    this.realm = realm;
    this.aws = aws;
  }

  /// The layers of a call by `visitor` on this way to what its own account has.
  PolicyLayers of(Visitor visitor, Way way) {
    return layers(visitor, way, visitor.account().id(), new Layer.Absent());
  }

  /// The layers of a call by `visitor` on this way to a resource of `owner` that may have policies.
  PolicyLayers on(Visitor visitor, Way way, String owner, List<NamedPolicy> resource) {
    return layers(visitor, way, owner, new Layer.Known(resource));
  }

  private PolicyLayers layers(Visitor visitor, Way way, String owner, Layer resource) {
    return new PolicyLayers(
        new Layer.Known(identity(visitor)),
        boundary(visitor),
        session(visitor),
        scps(visitor),
        levels(owner, Organization.PolicyType.RESOURCE_CONTROL_POLICY, PolicyKind.RCP),
        resource,
        endpoint(way));
  }

  /// The parts of the realm from which [#of] makes the layers of `visitor`, whatever the way.
  List<Object> parts(Visitor visitor) {
    var parts = new ArrayList<Object>();
    parts.add(visitor.identity().permissions());
    if (visitor.identity() instanceof Identity.User user) {
      visitor.account().groupsOf(user).forEach(group -> parts.add(group.permissions()));
    }
    visitor.session().forEach(session -> parts.add(session.terms()));
    parts.add(visitor.account().policies());
    parts.add(realm.organization());
    parts.add(realm.circumstances().endpointPolicies());
    return parts;
  }

  private List<NamedPolicy> identity(Visitor visitor) {
    var policies = new ArrayList<NamedPolicy>();
    var account = visitor.account();
    add(policies, account, visitor.identity());
    if (visitor.identity() instanceof Identity.User user) {
      account.groupsOf(user).forEach(group -> add(policies, account, group));
    }
    return policies;
  }

  private void add(List<NamedPolicy> policies, Account account, Identity identity) {
    var owner = identity.key().kind().word() + " " + identity.label().name();
    identity
        .permissions()
        .inline()
        .forEach((name, document) ->
            policies.add(new NamedPolicy(name, "", owner, parsed(document, PolicyKind.IDENTITY))));
    for (var arn : identity.permissions().managed()) {
      managed(account, arn)
          .map(policy -> named(policy, owner, PolicyKind.IDENTITY))
          .ifPresent(policies::add);
    }
  }

  private Layer boundary(Visitor visitor) {
    var arn = visitor.identity().permissions().boundary();
    if (arn.isEmpty()) {
      return new Layer.Absent();
    }
    var owner = visitor.identity().key().kind().word() + " " + visitor.identity().label().name();
    return new Layer.Known(
        managed(visitor.account(), arn)
            .map(policy -> List.of(named(policy, owner, PolicyKind.BOUNDARY)))
            .orElse(List.of()));
  }

  /// Session policies. Whom a user lets in without any may do nothing by the user's policies.
  /// Source: IAM User Guide, "Policy evaluation logic", session policies.
  private Layer session(Visitor visitor) {
    var policies = new ArrayList<NamedPolicy>();
    for (var session : visitor.session()) {
      var owner = "session " + session.name();
      for (var document : session.terms().policies()) {
        policies.add(
            new NamedPolicy("session policy", "", owner, parsed(document, PolicyKind.SESSION)));
      }
      for (var arn : session.terms().managed()) {
        managed(visitor.account(), arn)
            .map(policy -> named(policy, owner, PolicyKind.SESSION))
            .ifPresent(policies::add);
      }
    }
    var isNarrowed = visitor.session().stream().anyMatch(made -> made.terms().isNarrowed());
    return isNarrowed || visitor.kind() == Visitor.Kind.FEDERATED
        ? new Layer.Known(policies)
        : new Layer.Absent();
  }

  /// The service control policies that reach an account.
  PolicyLayers.Organization scps(String account) {
    return levels(account, Organization.PolicyType.SERVICE_CONTROL_POLICY, PolicyKind.SCP);
  }

  /// Service control policies do not reach roles that a service owns. Source: AWS Organizations
  /// User Guide, "Service control policies (SCPs)", tasks and entities not restricted by SCPs.
  private PolicyLayers.Organization scps(Visitor visitor) {
    return visitor.identity() instanceof Identity.Role role && role.isServiceLinked()
        ? new PolicyLayers.Organization.None()
        : levels(
            visitor.account().id(), Organization.PolicyType.SERVICE_CONTROL_POLICY, PolicyKind.SCP);
  }

  /// RCPFullAWSAccess is implied: `iam` knows that every level has it.
  private PolicyLayers.Organization levels(
      String account, Organization.PolicyType type, PolicyKind kind) {
    var organization = realm.organization();
    if (!organization.contains(account)
        || organization.managementAccount().equals(account)
        || !organization.enabled().contains(type)) {
      return new PolicyLayers.Organization.None();
    }
    var levels = new ArrayList<PolicyLayers.Level>();
    for (var node : organization.path(account)) {
      var policies = new ArrayList<NamedPolicy>();
      for (var policy : organization.attached(node, type)) {
        if (kind != PolicyKind.RCP || !policy.isAwsManaged()) {
          policies.add(
              new NamedPolicy(
                  policy.id(),
                  organization.arnOf(policy),
                  node.kind() == Organization.Kind.ACCOUNT ? "account " + node.id() : node.id(),
                  parsed(policy.document(), kind)));
        }
      }
      levels.add(new PolicyLayers.Level(node.id(), policies));
    }
    return new PolicyLayers.Organization.Levels(levels);
  }

  private Layer endpoint(Way way) {
    var policies = new ArrayList<NamedPolicy>();
    for (var policy : realm.circumstances().endpointPolicies()) {
      if (way.leadsThrough(policy)) {
        policies.add(
            new NamedPolicy(
                policy.endpointId(),
                "",
                "VPC endpoint " + policy.endpointId(),
                parsed(policy.document(), PolicyKind.ENDPOINT)));
      }
    }
    return policies.isEmpty() ? new Layer.Absent() : new Layer.Known(policies);
  }

  private Optional<ManagedPolicy> managed(Account account, String arn) {
    return Optional.ofNullable(account.policies().get(arn)).or(() -> aws.find(arn));
  }

  private static NamedPolicy named(ManagedPolicy policy, String owner, PolicyKind kind) {
    return new NamedPolicy(policy.name(), policy.arn(), owner, parsed(policy.document(), kind));
  }

  /// A document of this world, which was checked when it came in.
  static PolicyDocument parsed(Json.Obj document, PolicyKind kind) {
    return switch (PolicyParser.parse(document, kind)) {
      case PolicyParsing.Parsed(var parsed) -> parsed;
      case PolicyParsing.Rejected(var problems) ->
          throw new IllegalStateException("a policy of this world is malformed: " + problems);
    };
  }
}
