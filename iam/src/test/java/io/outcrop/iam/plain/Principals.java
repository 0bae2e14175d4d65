package io.outcrop.iam.plain;

import io.outcrop.aws.Principal;
import io.outcrop.json.Json;
import java.util.EnumSet;
import java.util.Set;

/// In which way a statement names the caller. Source: IAM User Guide,
/// reference_policies_elements_principal and _notprincipal.
final class Principals {
  private final Principal caller;
  private final boolean hasBoundary;
  private final String arn;
  private final String account;

  Principals(Principal caller, boolean hasBoundary) {
    this.caller = caller;
    this.hasBoundary = hasBoundary;
    this.arn = caller.knownArn().map(Object::toString).orElse("");
    this.account = caller.account();
  }

  /// From the nearest to the farthest.
  enum Way {
    /// Itself, or everybody.
    DIRECT,
    /// By the role or the user that the session was made from.
    ORIGIN,
    /// By its account, which may give leave in its turn.
    ACCOUNT,
    NOT
  }

  Way way(PlainStatement statement) {
    var principal = statement.json().get("Principal");
    if (principal.isPresent()) {
      return ways(principal.get()).stream().min(Way::compareTo).orElse(Way.NOT);
    }
    var excepted = ways(statement.json().get("NotPrincipal").orElseThrow());
    return isExcepted(statement, excepted) ? Way.NOT : Way.DIRECT;
  }

  private Set<Way> ways(Json principal) {
    var ways = EnumSet.noneOf(Way.class);
    if (principal instanceof Json.Obj object) {
      object
          .members()
          .forEach((type, member) ->
              PlainStatement.texts(member.value()).forEach(name -> ways.add(way(type, name))));
    } else {
      ways.add(Way.DIRECT);
    }
    ways.remove(Way.NOT);
    return ways;
  }

  private Way way(String type, String name) {
    return switch (type) {
      case "AWS" -> aws(name);
      case "Service" ->
          caller instanceof Principal.Service(var service) ? named(name, service) : Way.NOT;
      case "Federated" ->
          caller instanceof Principal.WebIdentity(var provider) ? named(name, provider) : Way.NOT;
      default -> Way.NOT;
    };
  }

  private static Way named(String name, String caller) {
    return name.equals("*") || name.equals(caller) ? Way.DIRECT : Way.NOT;
  }

  /// A name is compared as a whole; it holds no wildcard but the one for everybody.
  private Way aws(String name) {
    if (name.equals("*")) {
      return Way.DIRECT;
    }
    if (account.isEmpty()) {
      return Way.NOT;
    }
    if (name.equals(arn)) {
      return caller instanceof Principal.IamRole ? Way.ORIGIN : Way.DIRECT;
    }
    if (name.equals(account) || name.equals("arn:aws:iam::" + account + ":root")) {
      return caller instanceof Principal.RootUser ? Way.DIRECT : Way.ACCOUNT;
    }
    return isOrigin(name) ? Way.ORIGIN : Way.NOT;
  }

  /// `…:role/path/app` of `…:assumed-role/app/session`, which does not show the path;
  /// `…:user/alice` of `…:federated-user/alice`.
  private boolean isOrigin(String name) {
    var prefix = "arn:aws:iam::" + account + ":";
    return switch (caller) {
      case Principal.RoleSession session ->
          name.startsWith(prefix + "role/") && name.endsWith("/" + session.roleName());
      case Principal.FederatedUser(var federated) ->
          name.equals(prefix + "user/" + federated.resourceId());
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          false;
    };
  }

  /// With Deny, whoever is excepted has to be listed with its account, a session with its role too,
  /// and who has a boundary is never excepted. With Allow, anybody who is listed is excepted.
  private boolean isExcepted(PlainStatement statement, Set<Way> excepted) {
    if (isEverybody(statement.json().get("NotPrincipal").orElseThrow())) {
      return true;
    }
    if (!statement.denies()) {
      return !excepted.isEmpty();
    }
    return switch (caller) {
      case Principal.RootUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          excepted.contains(Way.DIRECT);
      case Principal.IamUser _, Principal.FederatedUser _ ->
          !hasBoundary && excepted.contains(Way.DIRECT) && excepted.contains(Way.ACCOUNT);
      case Principal.IamRole _ ->
          !hasBoundary && excepted.contains(Way.ORIGIN) && excepted.contains(Way.ACCOUNT);
      case Principal.RoleSession _ ->
          !hasBoundary
              && excepted.contains(Way.DIRECT)
              && excepted.contains(Way.ORIGIN)
              && excepted.contains(Way.ACCOUNT);
    };
  }

  private static boolean isEverybody(Json element) {
    return element.equals(Json.of("*"))
        || (element instanceof Json.Obj names
            && names
                .get("AWS")
                .map(PlainStatement::texts)
                .filter(all -> all.contains("*"))
                .isPresent());
  }
}
