package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.Map;

/// The root user of an account, as far as it calls: its access keys and its own sessions by id.
/// Most accounts have neither.
public record RootUser(Map<String, AccessKey> keys, Map<String, UserSession> sessions) {
  /// A root user without keys.
  public static final RootUser WITHOUT_KEYS = new RootUser(Map.of(), Map.of());

  private static final String NAME = "root";

  public RootUser {
    keys = Realm.ordered(keys);
    sessions = Realm.ordered(sessions);
  }

  /// The same with other keys.
  public RootUser withKeys(Map<String, AccessKey> changed) {
    return new RootUser(changed, sessions);
  }

  /// The same with other sessions.
  public RootUser withSessions(Map<String, UserSession> changed) {
    return new RootUser(keys, changed);
  }

  /// Whether `identity` is the root user of `account`.
  public static boolean is(Identity identity, String account) {
    return identity.label().id().equals(account);
  }

  /// It as an identity, which nobody made and to which nothing can be attached; its unique id is
  /// the account's.
  public static Identity.User identity(String account) {
    return Identity.User.of(
        new Identity.Label(NAME, "/", account, Instant.EPOCH), Permissions.none());
  }
}
