package io.outcrop.sandbox.realm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account's AWS Marketplace agreement for one model. What is to come of it is settled when it
/// is asked for; [#at] tells where it stands at some time.
public final class Agreement {
  /// No agreement.
  public static final Agreement NONE = new Agreement(Status.NOT_AVAILABLE, Times.UNKNOWN, "");

  /// An agreement in force.
  public static final Agreement AVAILABLE = new Agreement(Status.AVAILABLE, Times.UNKNOWN, "");

  /// How long calls succeed while an agreement is being made. Source: Amazon Bedrock User Guide,
  /// "Access Amazon Bedrock foundation models", read 2026-10: set-up takes up to 15 minutes.
  public static final Duration GRACE = Duration.ofMinutes(15);

  private final Status status;
  private final Times times;
  private final String message;

  /// @param status where it stands
  /// @param times when what happens to it
  /// @param message what went wrong, or what will once it is settled; empty if nothing
  public Agreement(Status status, Times times, String message) {
    this.status = status;
    this.times = times;
    this.message = message;
  }

  /// Where an agreement stands. Bedrock knows the first four; of the others it says that there is
  /// none, and AWS Marketplace why.
  public enum Status {
    AVAILABLE,
    PENDING,
    NOT_AVAILABLE,
    ERROR,
    EXPIRED,
    CANCELLED
  }

  /// When what happens to an agreement.
  public static final class Times {
    /// Nobody knows.
    public static final Times UNKNOWN = new Times(null, null, null);

    private final @Nullable Instant begun;
    private final @Nullable Instant settled;
    private final @Nullable Instant ends;

    /// @param begun when it was asked for; null if unknown
    /// @param settled when a pending one comes into force, or fails; null if it never does
    /// @param ends when it ends or ended; null if it does not
    public Times(@Nullable Instant begun, @Nullable Instant settled, @Nullable Instant ends) {
      this.begun = begun;
      this.settled = settled;
      this.ends = ends;
    }

    /// When it was asked for.
    public Optional<Instant> begun() {
      return Optional.ofNullable(begun);
    }

    /// When a pending one comes into force, or fails.
    public Optional<Instant> settled() {
      return Optional.ofNullable(settled);
    }

    /// When it ends or ended.
    public Optional<Instant> ends() {
      return Optional.ofNullable(ends);
    }

    private Times ending(Instant at) {
      return new Times(begun, settled, at);
    }

    private static boolean isPast(@Nullable Instant time, Instant at) {
      return time != null && !at.isBefore(time);
    }
  }

  /// One that was asked for at `begun` and comes into force `after` that; or fails then, if there
  /// is a `problem`.
  public static Agreement begun(Instant begun, Duration after, String problem) {
    return new Agreement(Status.PENDING, new Times(begun, begun.plus(after), null), problem);
  }

  /// Where it stood when it was written down.
  public Status status() {
    return status;
  }

  /// When what happens to it.
  public Times times() {
    return times;
  }

  /// What went wrong, or what will; empty if nothing.
  public String message() {
    return message;
  }

  /// As it stands at `at`.
  public Agreement at(Instant at) {
    return switch (status) {
      case PENDING ->
          Times.isPast(times.settled, at)
              ? new Agreement(message.isEmpty() ? Status.AVAILABLE : Status.ERROR, times, message)
                  .at(at)
              : this;
      case AVAILABLE ->
          Times.isPast(times.ends, at) ? new Agreement(Status.EXPIRED, times, "") : this;
      case NOT_AVAILABLE, ERROR, EXPIRED, CANCELLED -> this;
    };
  }

  /// As it is after the account left it at `at`.
  public Agreement cancelled(Instant at) {
    return new Agreement(Status.CANCELLED, times.ending(at), "");
  }

  /// What Bedrock says of it.
  public Status availability() {
    return status == Status.EXPIRED || status == Status.CANCELLED ? Status.NOT_AVAILABLE : status;
  }

  /// Whether calls are refused because of it: it failed, or has been pending for too long.
  public boolean blocks(Instant at) {
    return switch (status) {
      case AVAILABLE, NOT_AVAILABLE, EXPIRED, CANCELLED -> false;
      case PENDING -> times.begun == null || at.isAfter(times.begun.plus(GRACE));
      case ERROR -> true;
    };
  }
}
