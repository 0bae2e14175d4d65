package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import java.util.LinkedHashMap;
import java.util.function.Function;

/// Writes the accounts of a world.
final class AccountWriter {
  private AccountWriter() {}

  /// The document of `account`, its identities written by `identity`.
  static Json.Obj write(Account account, Function<Identity, Json> identity) {
    var policies = new LinkedHashMap<String, Json>();
    account
        .policies()
        .values()
        .forEach(policy -> policies.put(policy.name(), ManagedPolicySection.write(policy)));
    return members(
        "name", text(account.name()),
        "users", identities(account, Identity.Kind.USER, identity),
        "groups", identities(account, Identity.Kind.GROUP, identity),
        "roles", identities(account, Identity.Kind.ROLE, identity),
        "policies", Json.object(policies),
        "iam", DirectorySection.write(account.directory()),
        "root", RootSection.write(account.root()),
        "registration", RegistrationSection.write(account.registration()),
        "bedrock", StandingSection.write(account.standing()),
        "deployments", DeploymentSection.write(account.deployments()));
  }

  private static Json.Obj identities(
      Account account, Identity.Kind kind, Function<Identity, Json> write) {
    var result = new LinkedHashMap<String, Json>();
    for (var identity : account.all(kind)) {
      result.put(identity.label().name(), write.apply(identity));
    }
    return Json.object(result);
  }

  static Json.Obj identity(Identity identity) {
    var label = identity.label();
    var permissions = identity.permissions();
    var common =
        members(
            "path", Json.of(label.path()),
            "id", Json.of(label.id()),
            "created", Json.of(label.created().toString()),
            "inline", map(permissions.inline(), document -> document),
            "written", DirectorySection.tags(permissions.written()),
            "managed", Json.ofTexts(permissions.managed()),
            "boundary", text(permissions.boundary()),
            "tags", DirectorySection.tags(identity.tags()));
    return switch (identity) {
      case Identity.User user ->
          with(
              common,
              members(
                  "groups", Json.ofTexts(user.groups()),
                  "accessKeys", map(user.keys(), AccessKeySection::write),
                  "serviceCredentials", map(user.credentials(), ServiceCredentialSection::write),
                  "login", SignInSection.login(user.signIn()),
                  "mfa", SignInSection.devices(user.signIn()),
                  "sessions", SignInSection.sessions(user.signIn())));
      case Identity.Group _ -> common;
      case Identity.Role role ->
          with(
              common,
              members(
                  "trust", role.trust(),
                  "description", text(role.settings().description()),
                  "longestSession", Json.of(role.settings().longest().toString()),
                  "sessions", map(role.sessions(), SessionSection::write)));
    };
  }

  private static Json.Obj with(Json.Obj some, Json.Obj more) {
    var all = new LinkedHashMap<>(some.members());
    all.putAll(more.members());
    return new Json.Obj(all, some.position());
  }
}
