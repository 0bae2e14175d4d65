package io.outcrop.access.apply;

import java.time.Duration;

/// How long an unknown outcome is looked after. IAM's reads are eventually consistent, and AWS
/// states no time: "not there" just after a write is believed only after a window. Source: IAM User
/// Guide, "Troubleshoot IAM", read 2026-11; that a write may show late is what users of other tools
/// met (hashicorp/vault#5202).
///
/// @param looks how often one looks
/// @param pause how long one waits between two looks
/// @param sleeper waits
public record Settling(int looks, Duration pause, Sleeper sleeper) {
  /// Waits.
  @FunctionalInterface
  public interface Sleeper {
    /// Waits that long.
    void sleep(Duration pause) throws InterruptedException;
  }

  /// Some ten seconds, in looks of a second.
  public static Settling usual(Sleeper sleeper) {
    return new Settling(10, Duration.ofSeconds(1), sleeper);
  }

  /// Waits for one pause; whether it may go on.
  boolean rest() {
    try {
      sleeper.sleep(pause);
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
