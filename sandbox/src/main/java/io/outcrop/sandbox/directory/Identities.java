package io.outcrop.sandbox.directory;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Users, groups and roles themselves.
final class Identities {
  private Identities() {}

  static void addTo(Map<String, Operation> operations) {
    for (var kind : Identity.Kind.values()) {
      var title = Owner.title(kind);
      operations.put("List" + title + "s", visit -> list(visit, kind));
    }
    for (var kind : List.of(Identity.Kind.USER, Identity.Kind.ROLE)) {
      var title = Owner.title(kind);
      operations.put("Get" + title, Owner.of("Get" + title, kind, Identities::get));
    }
    operations.put(
        "ListGroupsForUser", Owner.of("ListGroupsForUser", Identity.Kind.USER, Identities::groups));
    operations.put("CreateUser", Identities::createUser);
    operations.put(
        "DeleteUser", Owner.of("DeleteUser", Identity.Kind.USER, Identities::deleteUser));
    operations.put(
        "UpdateAssumeRolePolicy",
        Owner.of("UpdateAssumeRolePolicy", Identity.Kind.ROLE, Identities::updateTrust));
  }

  private static Reply get(Visit visit, Identity identity) {
    return new Reply.Output(
        Json.object().with(Owner.title(identity.key().kind()), shown(visit.account(), identity)));
  }

  /// An identity as IAM shows it.
  static Json.Obj shown(Account account, Identity identity) {
    var label = identity.label();
    var title = Owner.title(identity.key().kind());
    var shown =
        Json.object()
            .with("Path", Json.of(label.path()))
            .with(title + "Name", Json.of(label.name()))
            .with(title + "Id", Json.of(label.id()))
            .with("Arn", Json.of(account.arnOf(identity)))
            .with("CreateDate", Json.of(label.created().toString()));
    if (identity instanceof Identity.Role role) {
      shown =
          shown
              .with("AssumeRolePolicyDocument", Documents.text(role.trust()))
              .with("MaxSessionDuration", Json.of(3600));
    }
    var boundary = identity.permissions().boundary();
    return boundary.isEmpty()
        ? shown
        : shown.with(
            "PermissionsBoundary",
            Json.object()
                .with("PermissionsBoundaryType", Json.of("Policy"))
                .with("PermissionsBoundaryArn", Json.of(boundary)));
  }

  private static Reply list(Visit visit, Identity.Kind kind) {
    var title = Owner.title(kind);
    var resource = "arn:aws:iam::" + visit.account().id() + ":" + kind.word() + "/";
    var denied = visit.denied(Guard.Wish.of("iam:List" + title + "s", resource));
    return denied.isPresent()
        ? denied.get()
        : new Reply.Output(
            Json.object()
                .with(
                    title + "s",
                    Json.array(
                        visit.account().all(kind).stream()
                            .map(identity -> shown(visit.account(), identity))
                            .toList()))
                .with("IsTruncated", Json.of(false)));
  }

  private static Reply groups(Visit visit, Identity owner) {
    var groups =
        owner instanceof Identity.User user
            ? visit.account().groupsOf(user)
            : List.<Identity.Group>of();
    return new Reply.Output(
        Json.object()
            .with(
                "Groups",
                Json.array(groups.stream().map(group -> shown(visit.account(), group)).toList()))
            .with("IsTruncated", Json.of(false)));
  }

  private static Reply createUser(Visit visit) {
    var name = visit.required("UserName");
    var path = visit.text("Path").orElse("/");
    var key = new Identity.Key(Identity.Kind.USER, name);
    var boundary = visit.text("PermissionsBoundary").orElse("");
    var context = new LinkedHashMap<String, String>();
    if (!boundary.isEmpty()) {
      context.put("iam:PermissionsBoundary", boundary);
    }
    var arn = "arn:aws:iam::" + visit.account().id() + ":user" + path + name;
    var denied = visit.denied(new Guard.Wish("iam:CreateUser", arn, context));
    if (denied.isPresent()) {
      return denied.get();
    }
    if (visit.account().identity(key).isPresent()) {
      return Faults.said(409, "EntityAlreadyExists", "User with name " + name + " already exists.");
    }
    var label =
        new Identity.Label(name, path, UniqueId.of("AIDA", name + visit.now()), visit.now());
    var user =
        Identity.User.of(label, Permissions.none().withBoundary(boundary));
    visit.change(account -> account.with(user));
    return new Reply.Output(Json.object().with("User", shown(visit.account(), user)));
  }

  private static Reply deleteUser(Visit visit, Identity owner) {
    var permissions = owner.permissions();
    if (owner instanceof Identity.User user
        && !(user.keys().isEmpty()
            && user.groups().isEmpty()
            && permissions.inline().isEmpty()
            && permissions.managed().isEmpty())) {
      return Faults.said(
          409,
          "DeleteConflict",
          user.keys().isEmpty()
              ? "Cannot delete entity, must detach all policies first."
              : "Cannot delete entity, must delete access keys first.");
    }
    visit.change(account -> account.without(owner.key()));
    return new Reply.Output(Json.object());
  }

  private static Reply updateTrust(Visit visit, Identity owner) {
    var document = Documents.read(visit.required("PolicyDocument"), PolicyKind.TRUST);
    if (document.isEmpty() || !(owner instanceof Identity.Role role)) {
      return Faults.said(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
    visit.change(account -> account.with(role.withTrust(document.get())));
    return new Reply.Output(Json.object());
  }
}
