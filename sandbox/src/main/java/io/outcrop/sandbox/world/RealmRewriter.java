package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import java.util.IdentityHashMap;

/// Writes one realm after the other, each a little different from the one before: what was written
/// of an identity that is still the same object is used again. Not safe for several threads.
public final class RealmRewriter {
  private IdentityHashMap<Identity, Json> before = new IdentityHashMap<>();

  /// The document of `realm`, as [RealmWriter] writes it.
  public Json.Obj write(Realm realm) {
    var now = new IdentityHashMap<Identity, Json>();
    var document = RealmWriter.write(realm, identity -> written(identity, now));
    before = now;
    return document;
  }

  private Json written(Identity identity, IdentityHashMap<Identity, Json> now) {
    var known = before.get(identity);
    var json = known == null ? AccountWriter.identity(identity) : known;
    now.put(identity, json);
    return json;
  }
}
