package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.List;

/// How much room an owner's inline policies have, all together. Source: IAM User Guide, "IAM and
/// AWS STS quotas", read 2026-11-20.
///
/// @param permissions what the owner has now
/// @param owner whose policies
record InlineRoom(Permissions permissions, PolicyOwner owner) {
  static InlineRoom of(Permissions permissions, PolicyOwner owner) {
    return new InlineRoom(permissions, owner);
  }

  /// `permissions` with the inline policies as `changes` leave them, so that what is granted
  /// besides counts with the room that they take.
  static Permissions taken(Permissions permissions, List<Change> changes) {
    var inline = permissions.inline().stream().map(held -> taken(held, changes)).toList();
    return new Permissions(
        permissions.principal(),
        permissions.context(),
        permissions.owner(),
        permissions.layers(),
        inline,
        permissions.readAs());
  }

  private static Permissions.Held taken(Permissions.Held held, List<Change> changes) {
    return changes.stream()
        .filter(Change.PutInlinePolicy.class::isInstance)
        .map(Change.PutInlinePolicy.class::cast)
        .filter(put -> put.owner().equals(held.owner()) && put.name().equals(held.name()))
        .findFirst()
        .map(put -> new Permissions.Held(held.owner(), held.name(), put.after()))
        .orElse(held);
  }

  /// Whether `document` has room under `name`, beside the others.
  boolean holds(String name, Json.Obj document) {
    var others =
        permissions.inline().stream()
            .filter(held -> held.owner().equals(owner) && !held.name().equals(name))
            .mapToInt(held -> PolicyText.size(held.document()))
            .sum();
    return others + PolicyText.size(document) <= limit();
  }

  private int limit() {
    return switch (owner.kind()) {
      case USER -> 2_048;
      case GROUP -> 5_120;
      case ROLE -> 10_240;
    };
  }
}
