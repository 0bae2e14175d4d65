package io.outcrop.sandbox.guard;

import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.realm.Keyring;
import io.outcrop.sandbox.realm.LatestKeyring;
import io.outcrop.sandbox.realm.Realm;
import java.util.Optional;

/// Finds out who calls. Safe for many threads.
public final class Visitors {
  private final LatestKeyring keyrings;

  /// Knows the keys of `realm`, and those of the realms that come after it.
  public Visitors(Realm realm) {
    this.keyrings = new LatestKeyring(realm);
  }

  /// Who holds the key that `caller` proved to have.
  public Optional<Visitor> find(Realm realm, Caller caller) {
    return switch (caller) {
      case Caller.Anonymous() -> Optional.empty();
      case Caller.Signed(String keyId) -> holder(realm, keyId);
      case Caller.ApiKey(String keyId, _) -> holder(realm, keyId);
    };
  }

  private Optional<Visitor> holder(Realm realm, String keyId) {
    return keyrings.of(realm).find(keyId).flatMap(holder -> visitor(realm, holder));
  }

  private static Optional<Visitor> visitor(Realm realm, Keyring.Holder holder) {
    return realm
        .account(holder.account())
        .map(account -> new Visitor(account, holder.identity(), holder.session()));
  }
}
