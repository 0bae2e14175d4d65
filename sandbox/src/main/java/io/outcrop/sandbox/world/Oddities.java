package io.outcrop.sandbox.world;

import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.UserSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what a world may say and surely does not mean: things that nothing uses, names that lead
/// to nothing where that is allowed, a subject that cannot call. Not safe for several threads.
public final class Oddities {
  private final World world;
  private final Realm realm;
  private final List<Problem> found = new ArrayList<>();
  private final Set<String> models;

  private Oddities(World world) {
    this.world = world;
    this.realm = world.realm();
    this.models =
        Stream.concat(
                ModelCatalogue.shipped().models().stream().map(Model::id),
                realm.circumstances().models().stream().map(stated -> stated.fact().modelId()))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What is odd about `world`, in the order of its file.
  public static List<Problem> of(World world) {
    var oddities = new Oddities(world);
    oddities.subject();
    oddities.organization();
    oddities.realm.accounts().values().forEach(oddities::account);
    oddities.faults();
    oddities.client();
    return List.copyOf(oddities.found);
  }

  private void subject() {
    var principal = realm.subject().principal();
    var callable =
        realm.accounts().values().stream()
            .flatMap(account ->
                account.identities().values().stream()
                    .map(identity -> canCall(account, identity, principal)))
            .anyMatch(can -> can);
    if (!callable && !isEntered(principal)) {
      say("/subject/principal", "`" + principal + "` has no key that is active, and cannot call");
    }
  }

  /// Whether the client side enters the role of which `principal` is a session.
  private boolean isEntered(String principal) {
    var client = realm.client();
    return SessionOf.find(realm, principal)
        .filter(of -> of.identity() instanceof Identity.Role)
        .map(of -> of.account().arnOf(of.identity()))
        .filter(arn ->
            Stream.of(client.environment().values(), client.files().values(), List.of(client.env()))
                .flatMap(Collection::stream)
                .anyMatch(text -> text.contains(arn)))
        .isPresent();
  }

  private boolean canCall(Account account, Identity identity, String principal) {
    return switch (identity) {
      case Identity.User user ->
          account.arnOf(user).equals(principal)
              ? user.keys().values().stream().anyMatch(AccessKey::active)
              : user.signIn().sessions().values().stream()
                  .filter(session -> session.kind() == UserSession.Kind.FEDERATED)
                  .filter(session -> principal.endsWith(":federated-user/" + session.name()))
                  .anyMatch(session -> !session.ends().isBefore(realm.title().clock()));
      case Identity.Role role ->
          role.sessions().values().stream()
              .filter(session ->
                  principal.equals(account.arnOf(role))
                      || principal.endsWith(
                          ":assumed-role/" + role.label().name() + "/" + session.name()))
              .anyMatch(session ->
                  session.expires().filter(end -> end.isBefore(realm.title().clock())).isEmpty());
      case Identity.Group _ -> false;
    };
  }

  private void organization() {
    var organization = realm.organization();
    var attached =
        organization.nodes().values().stream()
            .flatMap(node -> node.policies().stream())
            .collect(Collectors.toSet());
    for (var policy : organization.policies().values()) {
      if (!attached.contains(policy.id()) && !policy.isAwsManaged()) {
        say(
            "/organization/" + member(policy.type()) + "/" + policy.id(),
            "policy `" + policy.id() + "` is attached nowhere");
      }
    }
    organization
        .node(organization.managementAccount())
        .ifPresent(node -> managementAccount(organization, node));
  }

  private void managementAccount(Organization organization, Organization.Node node) {
    for (var type : Organization.PolicyType.values()) {
      if (organization.attached(node, type).stream().anyMatch(policy -> !policy.isAwsManaged())) {
        var word = type.word().replace('_', ' ').replace("policy", "policies");
        say(
            "/organization/accounts/" + node.id() + "/" + member(type),
            word + " do not reach the management account");
      }
    }
  }

  private static String member(Organization.PolicyType type) {
    return switch (type) {
      case SERVICE_CONTROL_POLICY -> "scps";
      case RESOURCE_CONTROL_POLICY -> "rcps";
    };
  }

  private void account(Account account) {
    var pointer = "/accounts/" + account.id();
    var used = new TreeSet<String>();
    for (var identity : account.identities().values()) {
      Permissions permissions = identity.permissions();
      used.addAll(permissions.managed());
      used.add(permissions.boundary());
    }
    for (var policy : account.policies().values()) {
      if (!used.contains(policy.arn())) {
        say(
            pointer + "/policies/" + escape(policy.name()),
            "policy `" + policy.name() + "` is attached to nobody");
      }
    }
    for (var group : account.all(Identity.Kind.GROUP)) {
      if (account.all(Identity.Kind.USER).stream()
          .noneMatch(user -> isIn((Identity.User) user, group.label().name()))) {
        var name = group.label().name();
        say(pointer + "/groups/" + escape(name), "nobody is in group `" + name + "`");
      }
    }
    var standing = account.standing();
    Deployed.oddities(account).forEach((place, what) -> say(pointer + place, what));
    known(pointer + "/bedrock/agreements/", standing.agreements().keySet());
    known(pointer + "/bedrock/lastUsed/", standing.lastUsed().keySet());
    known(pointer + "/bedrock/tokensPerDay/", standing.tokensPerDay().keySet());
  }

  private static boolean isIn(Identity.User user, String group) {
    return user.groups().contains(group);
  }

  private void known(String pointer, Set<String> ids) {
    for (var id : ids) {
      if (!id.equals("*") && !models.contains(id)) {
        say(pointer + escape(id), noModel(id));
      }
    }
  }

  private String noModel(String id) {
    return Nearest.of(id, models.stream())
        .map(near -> "there is no model `" + id + "`, the nearest is `" + near + "`")
        .orElse("there is no model `" + id + "`");
  }

  private void faults() {
    var faults = realm.circumstances().faults();
    for (var i = 0; i < faults.size(); i++) {
      var pointer = "/faults/" + i;
      var fault = faults.get(i);
      var model = fault.scope().model();
      if (!model.endsWith("*") && models.stream().noneMatch(model::endsWith)) {
        say(pointer + "/model", noModel(model));
      }
      if (fault.odds().count() == 0) {
        say(pointer + "/count", "a fault that meets 0 calls meets none");
      }
      who(pointer, fault);
    }
  }

  private void who(String pointer, Fault fault) {
    var principal = fault.scope().principal();
    var account = principal.split(":", -1);
    if (account.length > 4 && realm.account(account[4]).isEmpty() && !account[4].endsWith("*")) {
      say(pointer + "/principal", "there is no account `" + account[4] + "` in this world");
    }
  }

  private void client() {
    var client = realm.client();
    var profile = client.adminProfile();
    if (!profile.isEmpty()
        && client.files().values().stream()
            .noneMatch(text ->
                text.contains("[" + profile + "]") || text.contains("[profile " + profile + "]"))) {
      say("/client/adminProfile", "no file has a profile `" + profile + "`");
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private void say(String pointer, String message) {
    Json source = world.source();
    found.add(Places.placed(new Problem(pointer, Position.NONE, message), source));
  }
}
