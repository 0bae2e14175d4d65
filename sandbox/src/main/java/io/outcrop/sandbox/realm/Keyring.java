package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who holds which key in a realm: access keys, sessions and service-specific credentials by their
/// ids. Immutable. A realm that changed gets its keyring from the one before, which looks only at
/// accounts whose users and roles are others.
public final class Keyring {
  private static final Keyring EMPTY = new Keyring(Map.of());

  private final Map<String, Ring> rings;

  private Keyring(Map<String, Ring> rings) {
    this.rings = Map.copyOf(rings);
  }

  /// The keys of one account.
  private record Ring(
      Map<Identity.Key, Identity> identities,
      RootUser root,
      Map<String, Holder> holders,
      Map<Secret, ServiceCredential> apiKeys) {
    @SuppressWarnings("ReferenceEquality") // parts that were not replaced are the same objects
    boolean isOf(Account account) {
      return identities == account.identities() && root == account.root();
    }
  }

  /// Who holds a key.
  ///
  /// @param account the account's id
  /// @param identity the user whose key it is, or the user or role whose session; for the root user
  ///   what [RootUser#identity] says
  /// @param session the session, if it is a session's key
  public record Holder(String account, Identity identity, List<Session> session) {
    public Holder {
      session = List.copyOf(session);
    }

    /// Whether it is the root user.
    public boolean isRoot() {
      return RootUser.is(identity, account);
    }
  }

  /// The keys of `realm`.
  public static Keyring of(Realm realm) {
    return EMPTY.changedTo(realm);
  }

  /// The keys of `realm`, which came from the realm of this keyring.
  public Keyring changedTo(Realm realm) {
    var changed = new HashMap<String, Ring>();
    for (var account : realm.accounts().values()) {
      var known = rings.get(account.id());
      changed.put(account.id(), known != null && known.isOf(account) ? known : ring(account));
    }
    return new Keyring(changed);
  }

  private static Ring ring(Account account) {
    var id = account.id();
    var holders = new HashMap<String, Holder>();
    var apiKeys = new HashMap<Secret, ServiceCredential>();
    var root = new Holder(id, RootUser.identity(id), List.of());
    account.root().keys().keySet().forEach(key -> holders.put(key, root));
    add(holders, root, account.root().sessions());
    for (var identity : account.identities().values()) {
      var own = new Holder(id, identity, List.of());
      switch (identity) {
        case Identity.User user -> {
          user.keys().keySet().forEach(key -> holders.put(key, own));
          for (var credential : user.credentials().values()) {
            holders.put(credential.id(), own);
            if (credential.service().equals(ServiceCredential.BEDROCK)) {
              apiKeys.put(credential.secret(), credential);
            }
          }
          add(holders, own, user.signIn().sessions());
        }
        case Identity.Role role -> add(holders, own, role.sessions());
        case Identity.Group _ -> {}
      }
    }
    return new Ring(account.identities(), account.root(), holders, apiKeys);
  }

  private static void add(
      Map<String, Holder> holders, Holder own, Map<String, ? extends Session> sessions) {
    sessions.forEach((key, session) ->
        holders.put(key, new Holder(own.account(), own.identity(), List.of(session))));
  }

  /// The credential that is this long-term API key.
  public Optional<ServiceCredential> findApiKey(Secret key) {
    for (var ring : rings.values()) {
      var credential = ring.apiKeys().get(key);
      if (credential != null) {
        return Optional.of(credential);
      }
    }
    return Optional.empty();
  }

  /// Who holds the key `id`.
  public Optional<Holder> find(String id) {
    for (var ring : rings.values()) {
      var holder = ring.holders().get(id);
      if (holder != null) {
        return Optional.of(holder);
      }
    }
    return Optional.empty();
  }
}
