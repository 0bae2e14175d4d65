package io.outcrop.sandbox.directory.document;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import java.util.LinkedHashMap;

/// The users and roles that trust policies name. IAM keeps their unique ids: whoever comes later
/// under the same name is somebody else. Source: IAM User Guide, "AWS JSON policy elements:
/// Principal", read 2026-11.
public final class TrustedPrincipals {
  private TrustedPrincipals() {}

  /// Whether a trust policy may name `principal`. Of accounts that are not in this world, nothing
  /// is known: they may have anybody.
  public static boolean exists(Realm realm, String principal) {
    if (!principal.startsWith("arn:")) {
      return realm.accounts().values().stream()
          .flatMap(account -> account.identities().values().stream())
          .anyMatch(identity -> identity.label().id().equals(principal));
    }
    var account = realm.account(principal.split(":", 6)[4]);
    return account.isEmpty()
        || account.get().identities().values().stream()
            .anyMatch(identity -> account.get().arnOf(identity).equals(principal));
  }

  /// A trust policy that names the living by their ARNs, where it named them by unique ids.
  public static Json.Obj named(Realm realm, Json.Obj trust) {
    var named = trust;
    for (var account : realm.accounts().values()) {
      for (var identity : account.identities().values()) {
        named = replaced(named, identity.label().id(), account.arnOf(identity));
      }
    }
    return named;
  }

  /// The realm after `gone` was taken out of `account`: trust policies that named it hold its
  /// unique id from now on.
  public static Realm forget(Realm realm, Account account, Identity gone) {
    return renamed(realm, account.arnOf(gone), gone.label().id());
  }

  /// The realm after somebody's ARN was changed: trust policies go on naming the same one.
  public static Realm renamed(Realm realm, String from, String to) {
    var changed = realm;
    for (var account : realm.accounts().values()) {
      for (var identity : account.identities().values()) {
        if (identity instanceof Identity.Role role) {
          var trust = replaced(role.trust(), from, to);
          if (!trust.equals(role.trust())) {
            changed = changed.with(account.id(), at -> at.with(role.withTrust(trust)));
          }
        }
      }
    }
    return changed;
  }

  private static Json.Obj replaced(Json.Obj trust, String from, String to) {
    var statements = trust.get("Statement").orElse(Json.ofNull());
    return switch (statements) {
      case Json.Obj one -> trust.with("Statement", inStatement(one, from, to));
      case Json.Arr many ->
          trust.with(
              "Statement",
              Json.array(
                  many.elements().stream()
                      .map(one ->
                          one instanceof Json.Obj object ? inStatement(object, from, to) : one)
                      .toList()));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> trust;
    };
  }

  private static Json.Obj inStatement(Json.Obj statement, String from, String to) {
    var principal = statement.object("Principal");
    return principal.isEmpty()
        ? statement
        : statement.with("Principal", inPrincipal(principal.get(), from, to));
  }

  private static Json.Obj inPrincipal(Json.Obj principal, String from, String to) {
    var names = new LinkedHashMap<String, Json>();
    principal.members().forEach((type, member) -> names.put(type, in(member.value(), from, to)));
    return Json.object(names);
  }

  private static Json in(Json value, String from, String to) {
    return switch (value) {
      case Json.Str(var text, _) -> text.equals(from) ? Json.of(to) : value;
      case Json.Arr(var all, _) -> Json.array(all.stream().map(one -> in(one, from, to)).toList());
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
