package io.outcrop.sandbox.guard;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.RoleSession;
import java.util.List;
import java.util.Optional;

/// A caller whom the world knows.
///
/// @param account the account it belongs to
/// @param identity the user, or the role whose session it is
/// @param session the session of a role; none for a user
public record Visitor(Account account, Identity identity, List<RoleSession> session) {
  public Visitor {
    session = List.copyOf(session);
  }

  /// Finds who signed, if the world knows the key.
  public static Optional<Visitor> find(Realm realm, Caller caller) {
    return switch (caller) {
      case Caller.Anonymous() -> Optional.empty();
      case Caller.Signed(String keyId) ->
          realm.accounts().values().stream().flatMap(in -> find(in, keyId).stream()).findFirst();
    };
  }

  private static Optional<Visitor> find(Account account, String keyId) {
    for (var identity : account.identities().values()) {
      if (identity instanceof Identity.User user && user.keys().containsKey(keyId)) {
        return Optional.of(new Visitor(account, user, List.of()));
      }
      if (identity instanceof Identity.Role role && role.sessions().containsKey(keyId)) {
        return Optional.of(new Visitor(account, role, List.of(role.sessions().get(keyId))));
      }
    }
    return Optional.empty();
  }

  /// The principal as IAM sees it.
  public Principal principal() {
    return session.isEmpty()
        ? new Principal.IamUser(parsed(account.arnOf(identity)))
        : new Principal.RoleSession(parsed(arn()));
  }

  /// The ARN as AWS's sentences and GetCallerIdentity name it.
  public String arn() {
    return session.isEmpty()
        ? account.arnOf(identity)
        : "arn:aws:sts::%s:assumed-role/%s/%s"
            .formatted(account.id(), identity.label().name(), session.getFirst().name());
  }

  /// The unique id: a user's, or the role's with the session's name.
  public String userId() {
    var id = identity.label().id();
    return session.isEmpty() ? id : id + ":" + session.getFirst().name();
  }

  private static Arn parsed(String arn) {
    return Arn.parse(arn).orElseThrow();
  }
}
