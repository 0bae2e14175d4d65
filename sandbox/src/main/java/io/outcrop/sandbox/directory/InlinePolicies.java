package io.outcrop.sandbox.directory;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;

/// Inline policies of users, groups and roles.
final class InlinePolicies {
  private InlinePolicies() {}

  static void addTo(Map<String, Operation> operations) {
    for (var kind : Identity.Kind.values()) {
      var title = Owner.title(kind);
      add(operations, "Put" + title + "Policy", kind, InlinePolicies::put);
      add(operations, "Get" + title + "Policy", kind, InlinePolicies::get);
      add(operations, "Delete" + title + "Policy", kind, InlinePolicies::delete);
      add(operations, "List" + title + "Policies", kind, InlinePolicies::list);
    }
  }

  private static void add(
      Map<String, Operation> operations, String name, Identity.Kind kind, Owner.Work work) {
    operations.put(name, Owner.of(name, kind, work));
  }

  private static Reply put(Visit visit, Identity owner) {
    var document = Documents.read(visit.required("PolicyDocument"), PolicyKind.IDENTITY);
    if (document.isEmpty()) {
      return Faults.said(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
    var name = visit.required("PolicyName");
    var changed = owner.permissions().withInline(name, document.get());
    var size = changed.inline().values().stream().mapToInt(Documents::size).sum();
    if (size > limit(owner)) {
      return Faults.said(
          409,
          "LimitExceeded",
          "Maximum policy size of %d bytes exceeded for %s %s"
              .formatted(limit(owner), owner.key().kind().word(), owner.key().name()));
    }
    visit.change(account -> account.with(owner.with(changed)));
    return new Reply.Output(Json.object());
  }

  /// Source: IAM User Guide, "IAM and AWS STS quotas".
  private static int limit(Identity owner) {
    return switch (owner) {
      case Identity.User _ -> 2048;
      case Identity.Group _ -> 5120;
      case Identity.Role _ -> 10240;
    };
  }

  private static Reply get(Visit visit, Identity owner) {
    var name = visit.required("PolicyName");
    var document = owner.permissions().inline().get(name);
    return document == null
        ? missing(owner, name)
        : new Reply.Output(
            Json.object()
                .with(Owner.title(owner.key().kind()) + "Name", Json.of(owner.key().name()))
                .with("PolicyName", Json.of(name))
                .with("PolicyDocument", Documents.text(document)));
  }

  private static Reply delete(Visit visit, Identity owner) {
    var name = visit.required("PolicyName");
    if (!owner.permissions().inline().containsKey(name)) {
      return missing(owner, name);
    }
    visit.change(account -> account.with(owner.with(owner.permissions().withoutInline(name))));
    return new Reply.Output(Json.object());
  }

  private static Reply list(Visit visit, Identity owner) {
    return new Reply.Output(
        Json.object()
            .with("PolicyNames", Json.ofTexts(owner.permissions().inline().keySet()))
            .with("IsTruncated", Json.of(false)));
  }

  private static Reply missing(Identity owner, String name) {
    return Owner.noSuchEntity(
        "The %s policy with name %s cannot be found.".formatted(owner.key().kind().word(), name));
  }
}
