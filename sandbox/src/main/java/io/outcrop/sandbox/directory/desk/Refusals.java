package io.outcrop.sandbox.directory.desk;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;

/// IAM's refusals, in its words. Source: IAM API Reference, "Common errors" and each operation's
/// errors, read 2026-11; sentences as they are answered.
public final class Refusals {
  private Refusals() {}

  /// Something that is not there.
  public static Reply.Fault noSuchEntity(String message) {
    return Faults.said(404, "NoSuchEntity", message);
  }

  /// A user, group or role that is not there.
  public static Reply.Fault missing(Identity.Key key) {
    return noSuchEntity(
        "The %s with name %s cannot be found.".formatted(key.kind().word(), key.name()));
  }

  /// A managed policy that is not there.
  public static Reply.Fault missingPolicy(String arn) {
    return noSuchEntity("Policy " + arn + " was not found.");
  }

  /// A managed policy that is not there or may not be attached.
  public static Reply.Fault notAttachable(String arn) {
    return noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
  }

  /// Something that is there already.
  public static Reply.Fault exists(String message) {
    return Faults.said(409, "EntityAlreadyExists", message);
  }

  /// Something that cannot go because of something else.
  public static Reply.Fault conflict(String message) {
    return Faults.said(409, "DeleteConflict", message);
  }

  /// Too much of something.
  public static Reply.Fault limit(String message) {
    return Faults.said(409, "LimitExceeded", message);
  }

  /// A policy document that IAM does not take.
  public static Reply.Fault malformed(String message) {
    return Faults.said(400, "MalformedPolicyDocument", message);
  }

  /// Input that the operation cannot use.
  public static Reply.Fault invalidInput(String message) {
    return Faults.said(400, "InvalidInput", message);
  }

  /// Input that is not formed as the model says.
  public static Reply.Fault validation(String message) {
    return Faults.said(400, "ValidationError", message);
  }

  /// One constraint of the model that `member` does not meet.
  public static Reply.Fault constraint(String member, String value, String constraint) {
    return validation(
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must %s"
            .formatted(value, member, constraint));
  }

  /// Something that a service owns.
  public static Reply.Fault unmodifiable(String role) {
    return Faults.said(
        400,
        "UnmodifiableEntity",
        "Cannot perform the operation on the protected role '"
            + role
            + "' - this role is only modifiable by AWS");
  }
}
