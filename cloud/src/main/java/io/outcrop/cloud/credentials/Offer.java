package io.outcrop.cloud.credentials;

/// What one source offers.
sealed interface Offer {
  String name();

  String why();

  /// It has credentials.
  record Some(String name, Credentials credentials, String why) implements Offer {}

  /// It has none.
  record None(String name, SourceTried.Outcome outcome, String why) implements Offer {}

  static None empty(String name, String why) {
    return new None(name, SourceTried.Outcome.EMPTY, why);
  }

  static None broken(String name, String why) {
    return new None(name, SourceTried.Outcome.BROKEN, why);
  }

  static None skipped(String name, String why) {
    return new None(name, SourceTried.Outcome.SKIPPED, why);
  }
}
