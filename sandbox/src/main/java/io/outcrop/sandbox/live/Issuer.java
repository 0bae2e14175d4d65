package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.Portal;
import io.outcrop.sandbox.realm.Provisioning;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.realm.ServiceCredential;
import io.outcrop.sandbox.realm.UserSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Draws keys and their secrets. Safe for many threads.
public final class Issuer {
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 30;
  private static final int TOKEN_BYTES = 300;
  private static final int SEED_LENGTH = 64;

  private final SecureRandom random = new SecureRandom();

  /// A secret access key: forty characters, as AWS's are.
  public Secret secret() {
    return text(SECRET_BYTES);
  }

  /// A session token.
  public Secret token() {
    return text(TOKEN_BYTES);
  }

  /// What the codes of a multi-factor device are made from: 64 characters in base 32.
  public Secret seed() {
    return Secret.of(id("", SEED_LENGTH));
  }

  /// A new access key id that begins with `prefix`: `AKIA`, `ASIA`.
  public String keyId(String prefix) {
    return id(prefix, 16);
  }

  /// A new unique id that begins with `prefix`: `AIDA`, `AROA`.
  public String uniqueId(String prefix) {
    return id(prefix, 17);
  }

  private String id(String prefix, int length) {
    var id = new StringBuilder(prefix);
    for (var i = 0; i < length; i++) {
      id.append(CAPITALS.charAt(random.nextInt(CAPITALS.length())));
    }
    return id.toString();
  }

  /// The realm with a secret for every key that has none.
  Realm issue(Realm realm) {
    var issued = Provisioning.complete(realm);
    issued = issued.with(issue(issued.identityCenter()));
    for (var account : issued.accounts().values()) {
      issued = issued.with(issue(account));
    }
    return issued;
  }

  private IdentityCenter issue(IdentityCenter center) {
    var clients = new LinkedHashMap<>(center.portal().clients());
    clients.replaceAll((_, one) -> one.with(drawn(one.secret())));
    var devices = new LinkedHashMap<>(center.portal().devices());
    devices.replaceAll((_, one) -> one.with(drawn(one.secret())));
    var logins = new LinkedHashMap<>(center.portal().logins());
    logins.replaceAll((_, one) -> one.with(drawn(one.token()), drawn(one.secret())));
    return center.with(new Portal(clients, devices, logins));
  }

  private Secret drawn(Secret given) {
    return given.isEmpty() ? token() : given;
  }

  private Account issue(Account account) {
    var root = account.root();
    var issued = account.with(new RootUser(keys(root.keys()), sessions(root.sessions())));
    if (account.directory().messageKey().isEmpty()) {
      issued = issued.with(account.directory().withMessageKey(secret()));
    }
    for (var identity : account.identities().values()) {
      issued =
          switch (identity) {
            case Identity.User user -> issued.with(issue(user));
            case Identity.Role role -> issued.with(issue(role));
            case Identity.Group _ -> issued;
          };
    }
    return issued;
  }

  private Identity.User issue(Identity.User user) {
    var credentials = new LinkedHashMap<>(user.credentials());
    credentials.replaceAll((_, credential) ->
        credential.secret().isEmpty()
            ? credential.withSecret(ServiceCredential.apiKey(credential.alias(), secret()))
            : credential);
    return user.withKeys(keys(user.keys()))
        .withCredentials(credentials)
        .with(user.signIn().withSessions(sessions(user.signIn().sessions())));
  }

  private Map<String, AccessKey> keys(Map<String, AccessKey> declared) {
    var keys = new LinkedHashMap<>(declared);
    keys.replaceAll((id, key) ->
        key.secret().isEmpty() ? new AccessKey(id, key.active(), key.created(), secret()) : key);
    return keys;
  }

  private Map<String, UserSession> sessions(Map<String, UserSession> declared) {
    var sessions = new LinkedHashMap<>(declared);
    sessions.replaceAll((_, session) ->
        session.with(
            session.secret().isEmpty() ? secret() : session.secret(),
            session.token().isEmpty() ? token() : session.token()));
    return sessions;
  }

  private Identity.Role issue(Identity.Role role) {
    var sessions = new LinkedHashMap<String, RoleSession>(role.sessions());
    sessions.replaceAll((_, session) ->
        session.with(
            session.secret().isEmpty() ? secret() : session.secret(),
            session.token().isEmpty() ? token() : session.token()));
    return role.withSessions(sessions);
  }

  private Secret text(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return Secret.of(Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
