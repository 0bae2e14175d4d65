package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;
import static io.outcrop.sandbox.world.RealmWriter.text;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.Standing;
import java.util.LinkedHashMap;

/// Writes the accounts of a world.
final class AccountWriter {
  private AccountWriter() {}

  static Json.Obj write(Account account) {
    var policies = new LinkedHashMap<String, Json>();
    account.policies().values().forEach(policy -> policies.put(policy.name(), policy(policy)));
    return members(
        "name", text(account.name()),
        "users", identities(account, Identity.Kind.USER),
        "groups", identities(account, Identity.Kind.GROUP),
        "roles", identities(account, Identity.Kind.ROLE),
        "policies", Json.object(policies),
        "bedrock", standing(account.standing()));
  }

  private static Json.Obj identities(Account account, Identity.Kind kind) {
    var result = new LinkedHashMap<String, Json>();
    for (var identity : account.all(kind)) {
      result.put(identity.label().name(), identity(identity));
    }
    return Json.object(result);
  }

  private static Json.Obj identity(Identity identity) {
    var label = identity.label();
    var permissions = identity.permissions();
    var common =
        members(
            "path", Json.of(label.path()),
            "id", Json.of(label.id()),
            "created", Json.of(label.created().toString()),
            "inline", map(permissions.inline(), document -> document),
            "managed", Json.ofTexts(permissions.managed()),
            "boundary", text(permissions.boundary()));
    return switch (identity) {
      case Identity.User user ->
          common
              .with("groups", Json.ofTexts(user.groups()))
              .with("accessKeys", map(user.keys(), AccountWriter::key))
              .with(
                  "serviceCredentials",
                  map(user.credentials(), ServiceCredentialSection::write));
      case Identity.Group _ -> common;
      case Identity.Role role ->
          common
              .with("trust", role.trust())
              .with("sessions", map(role.sessions(), AccountWriter::session));
    };
  }

  private static Json key(AccessKey key) {
    return members(
        "status", Json.of(key.active() ? "Active" : "Inactive"),
        "created", Json.of(key.created().toString()),
        "secret", secret(key.secret()));
  }

  private static Json session(RoleSession session) {
    return members(
        "name", Json.of(session.name()),
        "expires", time(session.expires()),
        "policies", Json.array(session.policies()),
        "secret", secret(session.secret()),
        "token", secret(session.token()));
  }

  private static Json policy(ManagedPolicy policy) {
    return members(
        "path", Json.of(policy.path()),
        "defaultVersion", Json.of(policy.defaultVersion()),
        "versions",
            RealmWriter.array(
                policy.versions(),
                version ->
                    members(
                        "id", Json.of(version.id()),
                        "document", version.document(),
                        "created", Json.of(version.created().toString()))));
  }

  private static Json standing(Standing standing) {
    return members(
        "useCaseForm", standing.form().isEmpty() ? null : standing.form().getFirst(),
        "agreements", map(standing.agreements(), AccountWriter::agreement),
        "lastUsed", map(standing.lastUsed(), time -> Json.of(time.toString())),
        "tokensPerDay", map(standing.tokensPerDay(), Json::of),
        "optedInRegions", Json.ofTexts(standing.optedIn()));
  }

  private static Json agreement(Agreement agreement) {
    return members(
        "status", Json.of(agreement.status().name()),
        "begun", time(agreement.begun()),
        "availableFrom", time(agreement.availableFrom()),
        "message", text(agreement.message()));
  }
}
