package io.outcrop.sandbox.world;

import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Realm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds references of a world that lead nowhere. Not safe for several threads.
final class References {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(secret|token):([^}]*)}");

  private final Realm realm;
  private final List<Problem> problems;
  private final AwsManagedPolicies aws = AwsManagedPolicies.shipped();

  private References(Realm realm, List<Problem> problems) {
    this.realm = realm;
    this.problems = problems;
  }

  static void check(Realm realm, List<Problem> problems) {
    var references = new References(realm, problems);
    references.organization();
    realm.accounts().values().forEach(references::account);
    references.subject();
    references.endpoints();
    references.identityCenter();
    references.client();
  }

  private void subject() {
    var principal = realm.subject().principal();
    if (!principal.isEmpty()
        && realm.accounts().values().stream()
            .noneMatch(account -> principals(account).contains(principal))
        && SessionOf.find(realm, principal).isEmpty()) {
      say("/subject/principal", "`" + principal + "` is nobody in this world");
    }
  }

  private void identityCenter() {
    var center = realm.identityCenter();
    var home = center.home();
    if (center.exists() && realm.account(home.account()).isEmpty()) {
      say("/identityCenter/account", "there is no account `" + home.account() + "` in this world");
    }
    if (!home.signsIn().isEmpty() && !center.people().containsKey(home.signsIn())) {
      say("/identityCenter/signsIn", "there is nobody `" + home.signsIn() + "`");
    }
    center
        .people()
        .forEach((name, person) ->
            person.assignments().forEach((account, sets) -> assignment(name, account, sets)));
    center
        .portal()
        .logins()
        .forEach((name, login) -> {
          if (!center.people().containsKey(login.person())) {
            say(
                "/identityCenter/logins/" + escape(name) + "/person",
                "there is nobody `" + login.person() + "`");
          }
        });
  }

  private void assignment(String person, String account, List<String> sets) {
    var pointer = "/identityCenter/people/" + escape(person) + "/assignments/" + account;
    if (realm.account(account).isEmpty()) {
      say(pointer, "there is no account `" + account + "` in this world");
    }
    for (var set : sets) {
      if (!realm.identityCenter().sets().containsKey(set)) {
        say(pointer, "there is no permission set `" + set + "`");
      }
    }
  }

  private void endpoints() {
    var endpoints = realm.circumstances().endpointPolicies();
    for (var i = 0; i < endpoints.size(); i++) {
      var account = endpoints.get(i).site().account();
      if (realm.account(account).isEmpty()) {
        say(
            "/endpointPolicies/" + i + "/account",
            "there is no account `" + account + "` in this world");
      }
    }
  }

  private static Set<String> principals(Account account) {
    var arns = new HashSet<String>();
    for (var identity : account.identities().values()) {
      arns.add(account.arnOf(identity));
    }
    return arns;
  }

  private void organization() {
    var organization = realm.organization();
    if (!organization.exists()) {
      return;
    }
    if (!organization.contains(organization.managementAccount())) {
      say(
          "/organization/managementAccount",
          "`" + organization.managementAccount() + "` is not one of its accounts");
    }
    for (var node : organization.nodes().values()) {
      var pointer = "/organization/" + folder(node.kind()) + "/" + node.id();
      var path = organization.path(node.id());
      if (path.isEmpty() || !path.getFirst().id().equals(organization.root())) {
        say(pointer + "/parent", "`" + node.parent() + "` does not lead to the root");
      }
      for (var policy : node.policies()) {
        if (!organization.policies().containsKey(policy)) {
          say(pointer + "/scps", "there is no policy `" + policy + "`");
        }
      }
      if (node.kind() == Organization.Kind.ACCOUNT && realm.account(node.id()).isEmpty()) {
        say(pointer, "there is no account `" + node.id() + "` in this world");
      }
    }
  }

  private static String folder(Organization.Kind kind) {
    return switch (kind) {
      case ROOT -> "root";
      case ORGANIZATIONAL_UNIT -> "units";
      case ACCOUNT -> "accounts";
    };
  }

  private void account(Account account) {
    for (var identity : account.identities().values()) {
      var key = identity.key();
      var pointer =
          "/accounts/" + account.id() + "/" + key.kind().word() + "s/" + escape(key.name());
      for (var arn : identity.permissions().managed()) {
        policy(account, arn, pointer + "/managed");
      }
      if (!identity.permissions().boundary().isEmpty()) {
        policy(account, identity.permissions().boundary(), pointer + "/boundary");
      }
      if (identity instanceof Identity.User user) {
        for (var group : user.groups()) {
          if (account.identity(new Identity.Key(Identity.Kind.GROUP, group)).isEmpty()) {
            say(pointer + "/groups", "there is no group `" + group + "` in this account");
          }
        }
      }
    }
    account
        .directory()
        .profiles()
        .forEach((name, profile) -> {
          if (!profile.role().isEmpty() && account.role(profile.role()).isEmpty()) {
            say(
                "/accounts/" + account.id() + "/iam/instanceProfiles/" + escape(name) + "/role",
                "there is no role `" + profile.role() + "` in this account");
          }
        });
    for (var policy : account.policies().values()) {
      if (policy.version(policy.defaultVersion()).isEmpty()) {
        say(
            "/accounts/" + account.id() + "/policies/" + escape(policy.name()),
            "there is no version `" + policy.defaultVersion() + "`");
      }
    }
  }

  private void policy(Account account, String arn, String pointer) {
    if (!account.policies().containsKey(arn) && aws.find(arn).isEmpty()) {
      say(pointer, "there is no managed policy `" + arn + "` in this world");
    }
  }

  private void client() {
    var keys = new HashSet<String>();
    var sessions = new HashSet<String>();
    for (var account : realm.accounts().values()) {
      keys.addAll(account.root().keys().keySet());
      sessions.addAll(account.root().sessions().keySet());
      for (var identity : account.identities().values()) {
        switch (identity) {
          case Identity.User user -> {
            keys.addAll(user.keys().keySet());
            keys.addAll(user.credentials().keySet());
            sessions.addAll(user.signIn().sessions().keySet());
          }
          case Identity.Role role -> sessions.addAll(role.sessions().keySet());
          case Identity.Group _ -> {}
        }
      }
    }
    keys.addAll(sessions);
    var portal = realm.identityCenter().portal();
    keys.addAll(portal.clients().keySet());
    keys.addAll(portal.logins().keySet());
    sessions.addAll(portal.logins().keySet());
    var client = realm.client();
    var texts = new TreeMap<String, String>();
    client.environment().forEach((name, text) -> texts.put("/client/environment/" + name, text));
    client.files().forEach((name, text) -> texts.put("/client/files/" + escape(name), text));
    texts.put("/client/env", client.env());
    texts.forEach((pointer, text) -> {
      var placeholders = PLACEHOLDER.matcher(text);
      while (placeholders.find()) {
        var known = placeholders.group(1).equals("secret") ? keys : sessions;
        if (!known.contains(placeholders.group(2))) {
          say(pointer, "`" + placeholders.group() + "` names no key of this world");
        }
      }
    });
    for (var name : client.files().keySet()) {
      if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {
        say("/client/files/" + escape(name), "`" + name + "` leads out of the home folder");
      }
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private void say(String pointer, String message) {
    problems.add(new Problem(pointer, Position.NONE, message));
  }
}
