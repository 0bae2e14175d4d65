package io.outcrop.sandbox.realm;

/// The keyring of whichever realm was asked about last. Safe for many threads.
public final class LatestKeyring {
  private volatile Known known;

  private record Known(Realm realm, Keyring keyring) {}

  /// Begins with `realm`.
  public LatestKeyring(Realm realm) {
    known = new Known(realm, Keyring.of(realm));
  }

  /// The keyring of `realm`.
  @SuppressWarnings("ReferenceEquality") // the same realm is the same object
  public Keyring of(Realm realm) {
    var before = known;
    if (before.realm() == realm) {
      return before.keyring();
    }
    var now = new Known(realm, before.keyring().changedTo(realm));
    known = now;
    return now.keyring();
  }
}
