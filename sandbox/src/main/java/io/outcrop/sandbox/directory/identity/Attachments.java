package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.realm.Permissions;
import java.util.Optional;

/// What has to be taken off an identity before it can go.
final class Attachments {
  private Attachments() {}

  /// The words of IAM's sentence; none if nothing is left.
  static Optional<String> conflict(Permissions permissions) {
    if (!permissions.managed().isEmpty()) {
      return Optional.of("detach all policies");
    }
    return permissions.inline().isEmpty() ? Optional.empty() : Optional.of("delete policies");
  }
}
