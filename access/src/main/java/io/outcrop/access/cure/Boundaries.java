package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.iam.request.Layer;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Optional;

/// Widens the permissions boundary by exactly what is needed: a new version of the policy that is
/// the boundary. It gives nothing by itself, since a boundary only bounds.
final class Boundaries {
  private Boundaries() {}

  /// The change that lets `documents` through; nothing if the boundary is AWS's own, or has no
  /// room.
  static Optional<Change> widened(Permissions permissions, List<Json.Obj> documents) {
    if (!(permissions.layers().boundary() instanceof Layer.Known(var policies))
        || policies.size() != 1
        || documents.isEmpty()) {
      return Optional.empty();
    }
    var policy = policies.getFirst();
    if (policy.arn().isEmpty() || policy.arn().contains(":iam::aws:policy/")) {
      return Optional.empty();
    }
    var before = policy.document().source();
    var added = PolicyText.union(documents);
    var after = PolicyText.union(List.of(before, added));
    return PolicyText.size(after) <= PolicyText.MOST_MANAGED
        ? Optional.of(new Change.ReplaceManagedPolicy(policy.arn(), before, after))
        : Optional.empty();
  }
}
