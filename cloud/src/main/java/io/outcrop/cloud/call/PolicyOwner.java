package io.outcrop.cloud.call;

/// What an identity policy is attached to.
///
/// @param kind a user, a group or a role
/// @param name its name, without path
public record PolicyOwner(Kind kind, String name) {
  /// A user, a group or a role.
  public enum Kind {
    USER,
    GROUP,
    ROLE
  }

  @Override
  public String toString() {
    return switch (kind) {
          case USER -> "user ";
          case GROUP -> "group ";
          case ROLE -> "role ";
        }
        + name;
  }
}
