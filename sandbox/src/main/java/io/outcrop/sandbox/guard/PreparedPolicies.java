package io.outcrop.sandbox.guard;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.sandbox.realm.Identity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the layers of callers made ready, as long as every part of the realm that they were made
/// from is the same object. Safe for many threads.
final class PreparedPolicies {
  /// How many are kept; when there are more, all are forgotten and made ready anew.
  private static final int MOST = 1024;

  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

  /// Whose layers: an identity of an account, perhaps in a session, on its way to a service.
  private record Key(String account, Identity.Key identity, String session, Way way) {}

  private record Entry(List<Object> parts, PreparedLayers layers) {
    boolean isOf(List<Object> others) {
      if (parts.size() != others.size()) {
        return false;
      }
      for (var i = 0; i < others.size(); i++) {
        if (!isSame(parts.get(i), others.get(i))) {
          return false;
        }
      }
      return true;
    }

    @SuppressWarnings("ReferenceEquality") // immutable parts that were not replaced are the same
    private static boolean isSame(Object one, Object other) {
      return one == other;
    }
  }

  PreparedLayers of(Layers layers, Visitor visitor, Way way) {
    var key =
        new Key(
            visitor.account().id(),
            visitor.identity().key(),
            visitor.session().isEmpty() ? "" : visitor.session().getFirst().accessKeyId(),
            way);
    var parts = layers.parts(visitor);
    var known = entries.get(key);
    if (known != null && known.isOf(parts)) {
      return known.layers();
    }
    if (entries.size() >= MOST) {
      entries.clear();
    }
    var made = Authorizer.prepare(layers.of(visitor, way));
    entries.put(key, new Entry(parts, made));
    return made;
  }
}
