package io.outcrop.sandbox.portal;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.Portal;
import io.outcrop.sandbox.visit.OpenOperation.Arrival;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds who has signed in by what they show.
final class Logins {
  private Logins() {}

  static IdentityCenter center(Arrival arrival) {
    return arrival.world().realm().identityCenter();
  }

  /// Whether the call came to the region of the instance; a call that names no region did.
  static boolean isHome(Arrival arrival) {
    var region = arrival.call().region();
    return region.isEmpty() || region.equals(center(arrival).home().region());
  }

  /// The login, under its name, whose access token this is and has not ended.
  static Optional<Map.Entry<String, Portal.Login>> byToken(Arrival arrival, String token) {
    return isHome(arrival)
        ? center(arrival).portal().logins().entrySet().stream()
            .filter(entry -> is(entry.getValue().token(), token))
            .filter(entry -> entry.getValue().expires().isAfter(arrival.now()))
            .findFirst()
        : Optional.empty();
  }

  static boolean is(Secret secret, String shown) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            secret.reveal().getBytes(StandardCharsets.UTF_8),
            shown.getBytes(StandardCharsets.UTF_8));
  }

  /// Changes who has signed in, durably.
  static void commit(Arrival arrival, UnaryOperator<Portal> change) {
    var realm = arrival.world().realm();
    var center = realm.identityCenter();
    arrival.world().commit(realm.with(center.with(change.apply(center.portal()))));
  }
}
