package io.outcrop.cloud.credentials;

import io.outcrop.cloud.credentials.SourceTried.Outcome;
import java.util.List;

/// What one source offers.
sealed interface Offer {
  String name();

  String why();

  /// It has credentials.
  record Some(String name, Credentials credentials, String why) implements Offer {}

  /// It has none.
  record None(String name, Outcome outcome, String why, Trouble trouble, List<String> help)
      implements Offer {
    public None {
      help = List.copyOf(help);
    }
  }

  static None empty(String name, String why) {
    return new None(name, Outcome.EMPTY, why, Trouble.NONE, List.of());
  }

  static None broken(String name, Trouble trouble, String why, String... help) {
    return new None(name, Outcome.BROKEN, why, trouble, List.of(help));
  }

  static None skipped(String name, String why) {
    return new None(name, Outcome.SKIPPED, why, Trouble.NONE, List.of());
  }

  /// Whether there is something, and it cannot be used.
  default boolean isBroken() {
    return this instanceof None none && none.outcome() == Outcome.BROKEN;
  }
}
