package io.outcrop.sandbox.realm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account's AWS Marketplace agreement for one model.
public final class Agreement {
  /// No agreement.
  public static final Agreement NONE = new Agreement(Status.NOT_AVAILABLE, null, null, "");

  /// An agreement in force.
  public static final Agreement AVAILABLE = new Agreement(Status.AVAILABLE, null, null, "");

  /// How long calls succeed while an agreement is being made. Source: Amazon Bedrock User Guide,
  /// "Access Amazon Bedrock foundation models", read 2026-10: set-up takes up to 15 minutes.
  public static final Duration GRACE = Duration.ofMinutes(15);

  private final Status status;
  private final @Nullable Instant begun;
  private final @Nullable Instant availableFrom;
  private final String message;

  /// @param status as AWS names it
  /// @param begun when it was asked for; null if unknown
  /// @param availableFrom when a pending one comes into force; null if it never does
  /// @param message what went wrong; empty if nothing
  public Agreement(
      Status status, @Nullable Instant begun, @Nullable Instant availableFrom, String message) {
    this.status = status;
    this.begun = begun;
    this.availableFrom = availableFrom;
    this.message = message;
  }

  /// AWS's own words.
  public enum Status {
    AVAILABLE,
    PENDING,
    NOT_AVAILABLE,
    ERROR
  }

  /// One that was asked for at `begun` and comes into force at `availableFrom`.
  public static Agreement begun(Instant begun, Instant availableFrom) {
    return new Agreement(Status.PENDING, begun, availableFrom, "");
  }

  /// Where it stands.
  public Status status() {
    return status;
  }

  /// When it was asked for.
  public Optional<Instant> begun() {
    return Optional.ofNullable(begun);
  }

  /// When a pending one comes into force.
  public Optional<Instant> availableFrom() {
    return Optional.ofNullable(availableFrom);
  }

  /// What went wrong; empty if nothing.
  public String message() {
    return message;
  }

  /// As it stands at `at`.
  Agreement at(Instant at) {
    return status == Status.PENDING && availableFrom != null && !at.isBefore(availableFrom)
        ? AVAILABLE
        : this;
  }

  /// Whether calls are refused because of it: it failed, or has been pending for too long.
  public boolean blocks(Instant at) {
    return switch (status) {
      case AVAILABLE, NOT_AVAILABLE -> false;
      case PENDING -> begun == null || at.isAfter(begun.plus(GRACE));
      case ERROR -> true;
    };
  }
}
