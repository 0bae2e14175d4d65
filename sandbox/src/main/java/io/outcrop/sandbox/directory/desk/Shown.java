package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.Permissions;
import java.util.Optional;

/// Things of an account as IAM shows them. Lists show less than single things do. Source: IAM API
/// Reference, "User", "Role", "Policy", "ListUsers", "ListRoles", "ListPolicies", read 2026-11.
public final class Shown {
  private Shown() {}

  /// An identity with all that IAM says of it.
  public static Json.Obj whole(Account account, Identity identity) {
    var shown = with(listed(account, identity), boundary(identity.permissions()));
    return with(shown, Output.of("Tags", Tags.shown(identity.tags())));
  }

  /// An identity as lists have it.
  public static Json.Obj listed(Account account, Identity identity) {
    return identity instanceof Identity.Role role
        ? with(
            created(account, role),
            Output.of(
                "Description", text(role.settings().description()),
                "MaxSessionDuration", role.settings().longest().toSeconds()))
        : common(account, identity);
  }

  /// A role as it is shown when it was made.
  public static Json.Obj created(Account account, Identity.Role role) {
    return common(account, role).with("AssumeRolePolicyDocument", document(role.trust()));
  }

  private static Json.Obj common(Account account, Identity identity) {
    var label = identity.label();
    var title = Subject.title(identity.key().kind());
    return Output.of(
        "Path",
        label.path(),
        title + "Name",
        label.name(),
        title + "Id",
        label.id(),
        "Arn",
        account.arnOf(identity),
        "CreateDate",
        label.created());
  }

  /// The permissions boundary, if there is one.
  public static Json.Obj boundary(Permissions permissions) {
    return permissions.boundary().isEmpty()
        ? Json.object()
        : Output.of(
            "PermissionsBoundary",
            Output.of(
                "PermissionsBoundaryType",
                "Policy",
                "PermissionsBoundaryArn",
                permissions.boundary()));
  }

  /// A managed policy attached to something.
  public static Json attached(String arn) {
    return Output.of("PolicyName", arn.substring(arn.lastIndexOf('/') + 1), "PolicyArn", arn);
  }

  /// An instance profile with its role.
  public static Json.Obj profile(Account account, Directory.InstanceProfile profile) {
    var roles = account.role(profile.role()).map(role -> listed(account, role)).stream().toList();
    var label = profile.label();
    return Output.of(
        "Path", label.path(),
        "InstanceProfileName", label.name(),
        "InstanceProfileId", label.id(),
        "Arn", account.arn("instance-profile", label),
        "CreateDate", label.created(),
        "Roles", Json.array(roles),
        "Tags", Tags.shown(profile.tags()));
  }

  /// A managed policy as lists have it.
  public static Json.Obj listed(Account account, ManagedPolicy policy) {
    var about = policy.about();
    var uses = account.identities().values().stream().map(Identity::permissions).toList();
    var attached = uses.stream().filter(use -> use.managed().contains(policy.arn())).count();
    var bounding = uses.stream().filter(use -> use.boundary().equals(policy.arn())).count();
    return Output.of(
        "PolicyName", policy.name(),
        "PolicyId", about.id(),
        "Arn", policy.arn(),
        "Path", policy.path(),
        "DefaultVersionId", policy.defaultVersion(),
        "AttachmentCount", attached,
        "PermissionsBoundaryUsageCount", bounding,
        "IsAttachable", true,
        "CreateDate", about.created(),
        "UpdateDate", about.updated());
  }

  /// A managed policy with all that IAM says of it, without its document.
  public static Json.Obj whole(Account account, ManagedPolicy policy) {
    var about = policy.about();
    return with(
        listed(account, policy),
        Output.of("Description", text(about.description()), "Tags", Tags.list(about.tags())));
  }

  /// A version of a policy, perhaps with its document.
  public static Json.Obj version(
      ManagedPolicy policy, ManagedPolicy.Version version, boolean withDocument) {
    var shown =
        Output.of(
            "VersionId", version.id(),
            "IsDefaultVersion", version.id().equals(policy.defaultVersion()),
            "CreateDate", version.created());
    return withDocument ? shown.with("Document", Json.of(text(policy, version))) : shown;
  }

  /// A document as IAM's answers carry it: as text, which the wire encodes.
  public static Json document(Json.Obj document) {
    return Json.of(JsonWriter.compact(document));
  }

  /// The text of a version of a managed policy. AWS writes its own with line breaks.
  public static String text(ManagedPolicy policy, ManagedPolicy.Version version) {
    return policy.isAwsManaged() ? JsonWriter.pretty(version.document()) : version.text();
  }

  /// `some` with the members of `more`.
  public static Json.Obj with(Json.Obj some, Json.Obj more) {
    var shown = some;
    for (var member : more.members().entrySet()) {
      shown = shown.with(member.getKey(), member.getValue().value());
    }
    return shown;
  }

  /// A text; nothing for an empty one.
  public static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
