package io.outcrop.sandbox.directory;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Managed policies attached to users, groups and roles, and permissions boundaries.
final class AttachedPolicies {
  /// Source: IAM User Guide, "IAM and AWS STS quotas", default values.
  private static final int QUOTA = 10;

  private final AwsManagedPolicies aws;

  private AttachedPolicies(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  static void addTo(Map<String, Operation> operations, AwsManagedPolicies aws) {
    var attached = new AttachedPolicies(aws);
    for (var kind : Identity.Kind.values()) {
      var title = Owner.title(kind);
      add(operations, "Attach" + title + "Policy", kind, attached::attach);
      add(operations, "Detach" + title + "Policy", kind, attached::detach);
      add(operations, "ListAttached" + title + "Policies", kind, attached::list);
      if (kind != Identity.Kind.GROUP) {
        add(operations, "Put" + title + "PermissionsBoundary", kind, attached::putBoundary);
        add(operations, "Delete" + title + "PermissionsBoundary", kind, attached::deleteBoundary);
      }
    }
  }

  private static void add(
      Map<String, Operation> operations, String name, Identity.Kind kind, Owner.Work work) {
    operations.put(name, Owner.of(name, kind, work));
  }

  private Optional<ManagedPolicy> find(Visit visit, String arn) {
    return Optional.ofNullable(visit.account().policies().get(arn)).or(() -> aws.find(arn));
  }

  private Reply attach(Visit visit, Identity owner) {
    var arn = visit.required("PolicyArn");
    if (find(visit, arn).isEmpty()) {
      return Owner.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
    }
    var changed = owner.permissions().attach(arn);
    if (changed.managed().size() > QUOTA) {
      return Faults.said(
          409,
          "LimitExceeded",
          "Cannot exceed quota for PoliciesPer%s: %d"
              .formatted(Owner.title(owner.key().kind()), QUOTA));
    }
    visit.change(account -> account.with(owner.with(changed)));
    return new Reply.Output(Json.object());
  }

  private Reply detach(Visit visit, Identity owner) {
    var arn = visit.required("PolicyArn");
    if (!owner.permissions().managed().contains(arn)) {
      return Owner.noSuchEntity("Policy " + arn + " was not found.");
    }
    visit.change(account -> account.with(owner.with(owner.permissions().detach(arn))));
    return new Reply.Output(Json.object());
  }

  private Reply list(Visit visit, Identity owner) {
    List<Json.Obj> attached =
        owner.permissions().managed().stream()
            .map(arn ->
                Json.object()
                    .with("PolicyName", Json.of(arn.substring(arn.lastIndexOf('/') + 1)))
                    .with("PolicyArn", Json.of(arn)))
            .toList();
    return new Reply.Output(
        Json.object()
            .with("AttachedPolicies", Json.array(attached))
            .with("IsTruncated", Json.of(false)));
  }

  private Reply putBoundary(Visit visit, Identity owner) {
    var arn = visit.required("PermissionsBoundary");
    if (find(visit, arn).isEmpty()) {
      return Owner.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
    }
    visit.change(account -> account.with(owner.with(owner.permissions().withBoundary(arn))));
    return new Reply.Output(Json.object());
  }

  private Reply deleteBoundary(Visit visit, Identity owner) {
    visit.change(account -> account.with(owner.with(owner.permissions().withBoundary(""))));
    return new Reply.Output(Json.object());
  }
}
