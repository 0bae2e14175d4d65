package io.outcrop.sandbox.world;

import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.UserSession;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whose session an ARN names: a role's, which need not have begun, since whoever may enter a role
/// gives its session a name; or that of somebody whom a user has let in. Source: IAM User Guide,
/// "IAM identifiers" and "GetFederationToken", read 2026-11.
record SessionOf(Account account, Identity identity) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:sts::([0-9]{12}):(?:assumed-role/([\\w+=,.@-]+)/[\\w+=,.@-]{2,64}"
              + "|federated-user/([\\w+=,.@-]{2,32}))");

  /// What `arn` names in `realm`; empty if it names no session of anybody there.
  static Optional<SessionOf> find(Realm realm, String arn) {
    var matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var role = matcher.group(2);
    return realm
        .account(matcher.group(1))
        .flatMap(account ->
            account.identities().values().stream()
                .filter(identity ->
                    role == null ? letsIn(identity, matcher.group(3)) : isRole(identity, role))
                .findFirst()
                .map(identity -> new SessionOf(account, identity)));
  }

  private static boolean isRole(Identity identity, String name) {
    return identity instanceof Identity.Role role && role.label().name().equals(name);
  }

  private static boolean letsIn(Identity identity, String name) {
    return identity instanceof Identity.User user
        && user.signIn().sessions().values().stream()
            .anyMatch(session ->
                session.kind() == UserSession.Kind.FEDERATED && session.name().equals(name));
  }
}
