package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
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

  /// Source: IAM User Guide, "IAM and AWS STS quotas", read 2026-11-20.
  private static final int MOST_ATTACHED = 10;

  private static final int MOST_NAME = 128;

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

  /// The changes that grant `documents`; none if nothing is to be granted, if nobody's policies can
  /// be changed from here, or if there is no room for it. An inline policy is the least that can
  /// be: nobody else gets it by mistake, and it goes when its holder goes. Where inline policies
  /// have no room any more, a managed policy is made and attached.
  List<Change> of(List<Json.Obj> documents) {
    var owner =
        permissions.owner().stream().filter(one -> !Owners.isManagedElsewhere(one)).findFirst();
    if (owner.isEmpty() || documents.isEmpty()) {
      return List.of();
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
    return InlineRoom.of(permissions, owner.get()).holds(NAME, after)
        ? List.of(new Change.PutInlinePolicy(owner.get(), NAME, before, after))
        : managed(owner.get(), PolicyText.union(documents));
  }

  /// Its name tells its holder, so that each gets one of its own.
  private List<Change> managed(PolicyOwner owner, Json.Obj document) {
    var account = permissions.principal().account();
    var name = NAME + "-" + owner.name();
    if (account.isEmpty()
        || name.length() > MOST_NAME
        || PolicyText.size(document) > PolicyText.MOST_MANAGED
        || attached(owner).size() >= MOST_ATTACHED) {
      return List.of();
    }
    var arn = "arn:%s:iam::%s:policy/%s".formatted(partition(), account, name);
    var there = attached(owner).stream().filter(policy -> policy.arn().equals(arn)).findFirst();
    if (there.isPresent()) {
      var before = there.get().document().source();
      var after = PolicyText.union(List.of(before, document));
      return PolicyText.size(after) <= PolicyText.MOST_MANAGED
          ? List.of(new Change.ReplaceManagedPolicy(arn, before, after))
          : List.of();
    }
    return List.of(
        new Change.CreatePolicy(arn, name, document), new Change.AttachPolicy(owner, arn));
  }

  private List<NamedPolicy> attached(PolicyOwner owner) {
    return permissions.layers().identity() instanceof Layer.Known(var policies)
        ? policies.stream()
            .filter(policy -> !policy.arn().isEmpty())
            .filter(policy -> policy.attachedTo().equals(owner.toString()))
            .toList()
        : List.of();
  }

  private String partition() {
    return permissions.principal().knownArn().map(Arn::partition).orElse("aws");
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
}
