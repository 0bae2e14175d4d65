package io.outcrop.aws;

import java.util.Optional;

/// Who makes a call, as IAM sees it. Source: IAM User Guide, "AWS JSON policy elements: Principal".
public sealed interface Principal {
  /// The account's root user: `arn:aws:iam::111122223333:root`.
  record RootUser(Arn arn) implements Principal {}

  /// An IAM user.
  record IamUser(Arn arn) implements Principal {
    /// The user's name, without its path.
    public String name() {
      return lastPart(arn.resource());
    }
  }

  /// A role, as a policy names it; calls are made by its sessions.
  record IamRole(Arn arn) implements Principal {
    /// The role's name, without its path.
    public String name() {
      return lastPart(arn.resource());
    }
  }

  /// A session of a role: `arn:aws:sts::111122223333:assumed-role/ROLE/SESSION`. STS's ARN does not
  /// show the role's path.
  record RoleSession(Arn arn) implements Principal {
    /// The role's name.
    public String roleName() {
      return arn.resource().split("/", 3)[1];
    }

    /// The session's name.
    public String sessionName() {
      var parts = arn.resource().split("/", 3);
      return parts.length > 2 ? parts[2] : "";
    }

    /// The role's ARN, right where the role has no path.
    public Arn roleArn() {
      return new Arn(arn.partition(), "iam", "", arn.account(), "role/" + roleName());
    }
  }

  /// A session made by GetFederationToken: `arn:aws:sts::111122223333:federated-user/NAME`.
  record FederatedUser(Arn arn) implements Principal {}

  /// An AWS service: `lambda.amazonaws.com`.
  record Service(String name) implements Principal {}

  /// Somebody whom an identity provider vouches for, before a role is assumed.
  record WebIdentity(String provider) implements Principal {}

  /// A call without credentials.
  record Anonymous() implements Principal {}

  /// The account the principal belongs to; empty for services, web identities and anonymous calls.
  default String account() {
    return knownArn().map(Arn::account).orElse("");
  }

  /// The principal's ARN, if it has one.
  default Optional<Arn> knownArn() {
    return switch (this) {
      case RootUser(Arn arn) -> Optional.of(arn);
      case IamUser(Arn arn) -> Optional.of(arn);
      case IamRole(Arn arn) -> Optional.of(arn);
      case RoleSession(Arn arn) -> Optional.of(arn);
      case FederatedUser(Arn arn) -> Optional.of(arn);
      case Service _, WebIdentity _, Anonymous _ -> Optional.empty();
    };
  }

  /// How the principal is written for people: its ARN, a service's or a provider's name, or
  /// `anonymous`.
  default String words() {
    return switch (this) {
      case Service(var name) -> name;
      case WebIdentity(var provider) -> provider;
      case Anonymous() -> "anonymous";
      case RootUser _, IamUser _, IamRole _, RoleSession _, FederatedUser _ ->
          knownArn().map(Arn::toString).orElse("");
    };
  }

  /// Reads a principal's ARN; empty if it names no principal.
  static Optional<Principal> parse(String text) {
    return Arn.parse(text).flatMap(Principal::of);
  }

  private static Optional<Principal> of(Arn arn) {
    var iam = arn.service().equals("iam");
    var sts = arn.service().equals("sts");
    return switch (arn.resourceType()) {
      case "root" -> iam ? Optional.of(new RootUser(arn)) : Optional.empty();
      case "user" -> iam ? Optional.of(new IamUser(arn)) : Optional.empty();
      case "role" -> iam ? Optional.of(new IamRole(arn)) : Optional.empty();
      case "assumed-role" ->
          sts && !arn.resourceId().isEmpty() ? Optional.of(new RoleSession(arn)) : Optional.empty();
      case "federated-user" -> sts ? Optional.of(new FederatedUser(arn)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String lastPart(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
