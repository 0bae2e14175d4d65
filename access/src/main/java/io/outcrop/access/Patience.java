package io.outcrop.access;

import io.outcrop.access.apply.Settling;
import java.time.Duration;
import java.util.Optional;

/// How long to wait for a change to act, how to wait, and how often a cure has to be seen. IAM is
/// eventually consistent and AWS states no time; Marketplace takes up to 15 minutes, but calls may
/// succeed meanwhile. Source: IAM User Guide, "Changes that I make are not always immediately
/// visible"; Bedrock User Guide, "Access Amazon Bedrock foundation models", read 2026-10.
///
/// @param most how long to wait in all
/// @param proofs how often in a row the calls have to go through
/// @param settling how an unknown outcome is looked after; its sleeper waits
record Patience(Duration most, int proofs, Settling settling) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  static Patience ofThisMachine() {
    return new Patience(Duration.ofMinutes(2), 3, Settling.usual(Thread::sleep));
  }

  /// The same, ending at the latest after `limit`.
  Patience atMost(Duration limit) {
    return most.compareTo(limit) <= 0 ? this : new Patience(limit, proofs, settling);
  }

  /// The next pause after having waited `waited`; none when patience has ended.
  Optional<Duration> next(Duration waited) {
    if (waited.compareTo(most) >= 0 || Thread.currentThread().isInterrupted()) {
      return Optional.empty();
    }
    var pause = waited.plusSeconds(2);
    return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  void sleep(Duration pause) {
    try {
      settling.sleeper().sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
