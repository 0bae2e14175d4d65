package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Keyring;
import io.outcrop.sandbox.realm.LatestKeyring;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.ServiceCredential;
import io.outcrop.sandbox.realm.Session;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a world says of the keys in it at one time. Safe for many threads.
final class KeyBook {
  private final LatestKeyring keyrings;

  KeyBook(Realm realm) {
    this.keyrings = new LatestKeyring(realm);
  }

  /// What is known of `accessKeyId`.
  Keys.Key find(Realm realm, Instant now, String accessKeyId) {
    var holder = keyrings.of(realm).find(accessKeyId);
    if (holder.isEmpty()) {
      return new Keys.Key.Invalid();
    }
    return holder.get().session().stream()
        .findFirst()
        .map(session -> key(session, now))
        .orElseGet(() -> key(keysOf(realm, holder.get()).get(accessKeyId)));
  }

  private static Map<String, AccessKey> keysOf(Realm realm, Keyring.Holder holder) {
    return holder.isRoot()
        ? realm.account(holder.account()).map(account -> account.root().keys()).orElse(Map.of())
        : holder.identity() instanceof Identity.User user ? user.keys() : Map.of();
  }

  private static Keys.Key key(@Nullable AccessKey key) {
    return key != null && key.active()
        ? new Keys.Key.Active(key.secret(), Secret.of(""))
        : new Keys.Key.Invalid();
  }

  private static Keys.Key key(Session session, Instant now) {
    return session.expires().filter(end -> !now.isBefore(end)).isPresent()
        ? new Keys.Key.Expired()
        : new Keys.Key.Active(session.secret(), session.token());
  }

  /// What is known of the long-term API key `key`.
  Keys.ApiKey findApiKey(Realm realm, Instant now, Secret key) {
    return keyrings
        .of(realm)
        .findApiKey(key)
        .map(credential -> known(credential, now))
        .orElseGet(Keys.ApiKey.Invalid::new);
  }

  private static Keys.ApiKey known(ServiceCredential credential, Instant now) {
    if (credential.isExpired(now)) {
      return new Keys.ApiKey.Expired();
    }
    return credential.active()
        ? new Keys.ApiKey.Active(credential.id())
        : new Keys.ApiKey.Invalid();
  }
}
