package io.outcrop.access;

import java.time.Duration;
import java.util.Optional;

/// How long to wait for a change to act, and how to wait. IAM is eventually consistent and AWS
/// states no time; Marketplace takes up to 15 minutes, but calls may succeed meanwhile. Source: IAM
/// User Guide, "Changes that I make are not always immediately visible"; Bedrock User Guide,
/// "Access Amazon Bedrock foundation models", read 2026-10.
final class Patience {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Duration most;
  private final Sleeper sleeper;

  Patience(Duration most, Sleeper sleeper) {
    this.most = most;
    this.sleeper = sleeper;
  }

  static Patience ofThisMachine() {
    return new Patience(Duration.ofMinutes(2), Thread::sleep);
  }

  /// Waits.
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
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
      sleeper.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
