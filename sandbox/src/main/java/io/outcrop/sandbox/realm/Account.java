package io.outcrop.sandbox.realm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One account.
///
/// @param id twelve digits
/// @param name its name
/// @param identities users, groups and roles
/// @param policies customer managed policies by ARN
/// @param standing how it stands with Bedrock
/// @param directory what else IAM keeps of it
/// @param root its root user
/// @param registration how it is registered with AWS
/// @param deployments what runs in it, by region
public record Account(
    String id,
    String name,
    Map<Identity.Key, Identity> identities,
    Map<String, ManagedPolicy> policies,
    Standing standing,
    Directory directory,
    RootUser root,
    Registration registration,
    Map<String, Deployment> deployments) {
  public Account {
    identities = Realm.ordered(identities);
    policies = Realm.ordered(policies);
    deployments = Realm.ordered(deployments);
  }

  /// An account of which IAM keeps identities and policies alone.
  public Account(
      String id,
      String name,
      Map<Identity.Key, Identity> identities,
      Map<String, ManagedPolicy> policies,
      Standing standing) {
    this(
        id,
        name,
        identities,
        policies,
        standing,
        Directory.EMPTY,
        RootUser.WITHOUT_KEYS,
        Registration.UNKNOWN,
        Map.of());
  }

  /// The identity with this key.
  public Optional<Identity> identity(Identity.Key key) {
    return Optional.ofNullable(identities.get(key));
  }

  /// The user of this name.
  public Optional<Identity.User> user(String name) {
    return identity(new Identity.Key(Identity.Kind.USER, name)).map(Identity.User.class::cast);
  }

  /// The role of this name.
  public Optional<Identity.Role> role(String name) {
    return identity(new Identity.Key(Identity.Kind.ROLE, name)).map(Identity.Role.class::cast);
  }

  /// The identities of one kind, in order.
  public List<Identity> all(Identity.Kind kind) {
    return identities.values().stream().filter(identity -> identity.key().kind() == kind).toList();
  }

  /// This account with `identity` added, or in place of the one of its key.
  public Account with(Identity identity) {
    var changed = new LinkedHashMap<>(identities);
    changed.put(identity.key(), identity);
    return new Account(
        id, name, changed, policies, standing, directory, root, registration, deployments);
  }

  /// This account without the identity of this key.
  public Account without(Identity.Key key) {
    var changed = new LinkedHashMap<>(identities);
    changed.remove(key);
    return new Account(
        id, name, changed, policies, standing, directory, root, registration, deployments);
  }

  /// This account with `identity`, which had the key `old`, in its old place.
  public Account renamed(Identity.Key old, Identity identity) {
    var changed = new LinkedHashMap<Identity.Key, Identity>();
    identities.forEach((key, one) -> {
      if (key.equals(old)) {
        changed.put(identity.key(), identity);
      } else {
        changed.put(key, one);
      }
    });
    return new Account(
        id, name, changed, policies, standing, directory, root, registration, deployments);
  }

  /// The users in a group, in order.
  public List<Identity.User> usersIn(String group) {
    var users = new ArrayList<Identity.User>();
    for (var identity : identities.values()) {
      if (identity instanceof Identity.User user && user.groups().contains(group)) {
        users.add(user);
      }
    }
    return List.copyOf(users);
  }

  /// Whether a name is taken; names are not distinguished by case.
  public boolean isTaken(Identity.Key key) {
    return identities.keySet().stream()
        .anyMatch(other -> other.kind() == key.kind() && other.name().equalsIgnoreCase(key.name()));
  }

  /// This account with `policy` added, or in place of the one of its ARN.
  public Account with(ManagedPolicy policy) {
    var changed = new LinkedHashMap<>(policies);
    changed.put(policy.arn(), policy);
    return new Account(
        id, name, identities, changed, standing, directory, root, registration, deployments);
  }

  /// This account without the policy of this ARN.
  public Account withoutPolicy(String arn) {
    var changed = new LinkedHashMap<>(policies);
    changed.remove(arn);
    return new Account(
        id, name, identities, changed, standing, directory, root, registration, deployments);
  }

  /// This account in another standing.
  public Account with(UnaryOperator<Standing> change) {
    return new Account(
        id,
        name,
        identities,
        policies,
        change.apply(standing),
        directory,
        root,
        registration,
        deployments);
  }

  /// This account with another directory.
  public Account with(Directory changed) {
    return new Account(
        id, name, identities, policies, standing, changed, root, registration, deployments);
  }

  /// This account with another root user.
  public Account with(RootUser changed) {
    return new Account(
        id, name, identities, policies, standing, directory, changed, registration, deployments);
  }

  /// This account with another registration.
  public Account with(Registration changed) {
    return new Account(
        id, name, identities, policies, standing, directory, root, changed, deployments);
  }

  /// What runs in `region`.
  public Deployment in(String region) {
    return deployments.getOrDefault(region, Deployment.EMPTY);
  }

  /// The ARN of an identity of the kind and name of `label`, or of anything else that has a path.
  public String arn(String kind, Identity.Label label) {
    return "arn:aws:iam::" + id + ":" + kind + label.path() + label.name();
  }

  /// The permissions of a user's groups, in order.
  public List<Identity.Group> groupsOf(Identity.User user) {
    var groups = new ArrayList<Identity.Group>();
    for (var group : user.groups()) {
      identity(new Identity.Key(Identity.Kind.GROUP, group))
          .map(Identity.Group.class::cast)
          .ifPresent(groups::add);
    }
    return List.copyOf(groups);
  }

  /// The ARN of an identity of this account.
  public String arnOf(Identity identity) {
    return arn(identity.key().kind().word(), identity.label());
  }
}
