package io.outcrop.sandbox.realm;

import java.math.BigDecimal;
import java.time.Instant;

/// A request to raise a quota. What will come of it is settled when it is made; that it is so is
/// told when its time has come.
///
/// @param id as Service Quotas names it: 40 letters and digits
/// @param region where it was asked
/// @param code the quota
/// @param requester the ARN of who asked
/// @param desired the value asked for
/// @param created when it was asked
/// @param opened when a support case is opened for it
/// @param decided when it is decided
/// @param outcome how
public record QuotaIncrease(
    String id,
    String region,
    String code,
    String requester,
    BigDecimal desired,
    Instant created,
    Instant opened,
    Instant decided,
    Outcome outcome) {

  /// How a request ends.
  public enum Outcome {
    APPROVED,
    DENIED,
    NOT_APPROVED,
    CASE_CLOSED
  }

  /// Whether nothing is decided at `at`.
  public boolean isOpen(Instant at) {
    return at.isBefore(decided);
  }

  /// Whether its value is in force at `at`.
  public boolean isGranted(Instant at) {
    return !isOpen(at) && outcome == Outcome.APPROVED;
  }

  /// Where it stands at `at`, in AWS's words.
  public String status(Instant at) {
    if (at.isBefore(opened)) {
      return "PENDING";
    }
    return isOpen(at) ? "CASE_OPENED" : outcome.name();
  }

  /// When that last changed.
  public Instant updated(Instant at) {
    if (at.isBefore(opened)) {
      return created;
    }
    return isOpen(at) ? opened : decided;
  }
}
