package io.outcrop.sandbox.directory.credential;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;

/// Whether a credential may be used.
final class Statuses {
  private Statuses() {}

  /// IAM's refusal of a status that there is not.
  static Reply wrong(String status) {
    return Refusals.constraint(
        "status", status, "satisfy enum value set: [Active, Inactive, Expired]");
  }
}
