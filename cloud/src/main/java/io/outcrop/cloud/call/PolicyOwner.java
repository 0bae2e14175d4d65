package io.outcrop.cloud.call;

import java.util.Locale;

/// What an identity policy is attached to.
///
/// @param kind a user, a group or a role
/// @param name its name, without path
public record PolicyOwner(Kind kind, String name) {
  /// A user, a group or a role.
  public enum Kind {
    USER("User"),
    GROUP("Group"),
    ROLE("Role");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As IAM's operations and members name it.
    String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return kind.word.toLowerCase(Locale.ROOT) + " " + name;
  }
}
