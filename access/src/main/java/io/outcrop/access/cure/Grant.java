package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one inline policy under which Outcrop grants: whatever it holds already, and what is needed
/// besides.
final class Grant {
  /// The name by which people recognise what Outcrop wrote.
  static final String NAME = "OutcropBedrockAccess";

  private final Permissions permissions;
  private final String outlived;

  private Grant(Permissions permissions, String outlived) {
    this.permissions = permissions;
    this.outlived = outlived;
  }

  /// A grant to whoever makes the call.
  static Grant to(Permissions permissions) {
    return new Grant(permissions, "");
  }

  /// A grant that takes the place of what was granted for a model whose life is over.
  static Grant insteadOf(Permissions permissions, String outlivedModelId) {
    return new Grant(permissions, outlivedModelId);
  }

  /// The change that grants `documents`; none if nothing is to be granted, if nobody's policies can
  /// be changed from here, or if there is no room for it.
  Optional<Change> of(List<Json.Obj> documents) {
    var owner =
        permissions.owner().stream().filter(one -> !Owners.isManagedElsewhere(one)).findFirst();
    if (owner.isEmpty() || documents.isEmpty()) {
      return Optional.empty();
    }
    var before =
        permissions.inline().stream()
            .filter(held -> held.owner().equals(owner.get()) && held.name().equals(NAME))
            .map(Permissions.Held::document)
            .toList();
    var all = new ArrayList<Json.Obj>();
    before.stream().flatMap(old -> withoutOutlived(old).stream()).forEach(all::add);
    all.addAll(documents);
    var after = PolicyText.union(all);
    return hasRoom(owner.get(), after)
        ? Optional.of(new Change.PutInlinePolicy(owner.get(), NAME, before, after))
        : Optional.empty();
  }

  private Optional<Json.Obj> withoutOutlived(Json.Obj document) {
    var kept =
        PolicyText.statements(document).stream()
            .filter(one -> outlived.isEmpty() || !JsonWriter.compact(one).contains(outlived))
            .toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(document.with("Statement", Json.array(kept)));
  }

  private boolean hasRoom(PolicyOwner owner, Json.Obj after) {
    var others =
        permissions.inline().stream()
            .filter(held -> held.owner().equals(owner) && !held.name().equals(NAME))
            .mapToInt(held -> PolicyText.size(held.document()))
            .sum();
    return others + PolicyText.size(after) <= limit(owner);
  }

  /// How large all inline policies of one owner may be. Source: IAM User Guide, "IAM and AWS STS
  /// quotas", read 2026-11-20.
  private static int limit(PolicyOwner owner) {
    return switch (owner.kind()) {
      case USER -> 2_048;
      case GROUP -> 5_120;
      case ROLE -> 10_240;
    };
  }
}
