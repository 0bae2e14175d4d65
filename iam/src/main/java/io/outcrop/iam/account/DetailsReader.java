package io.outcrop.iam.account;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads pages of authorisation details. Members that nobody asks for are left alone: AWS adds some
/// now and then. Source: IAM API Reference, "GetAccountAuthorizationDetails", read 2026-11.
final class DetailsReader {
  private static final List<String> LISTS =
      List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies");

  private final List<Problem> problems;
  private final Map<String, Entity> users = new LinkedHashMap<>();
  private final Map<String, Entity> groups = new LinkedHashMap<>();
  private final Map<String, Entity> roles = new LinkedHashMap<>();
  private final Map<String, Entity.Held> managed = new LinkedHashMap<>();
  private boolean truncated;

  DetailsReader(List<Problem> problems) {
    this.problems = problems;
  }

  /// Reads the pages of an output, in order.
  AccountDetails read(List<Json> pages) {
    for (var i = 0; i < pages.size(); i++) {
      page(pages.get(i), pages.size() == 1 ? "" : "/" + i);
    }
    return new AccountDetails(users, groups, roles, managed, truncated);
  }

  private void page(Json value, String pointer) {
    var fields = new Fields(value, pointer, problems);
    if (value instanceof Json.Obj && LISTS.stream().noneMatch(fields::has)) {
      problems.add(
          new Problem(
              pointer,
              value.position(),
              "found none of `"
                  + String.join("`, `", LISTS)
                  + "`: is this the output of"
                  + " `aws iam get-account-authorization-details`?"));
      return;
    }
    each(fields, "UserDetailList", user -> entity(user, "user", "User"))
        .forEach(user -> users.put(user.name(), user));
    each(fields, "GroupDetailList", group -> entity(group, "group", "Group"))
        .forEach(group -> groups.put(group.name(), group));
    each(fields, "RoleDetailList", role -> entity(role, "role", "Role"))
        .forEach(role -> roles.put(role.name(), role));
    each(fields, "Policies", this::policy).forEach(this::add);
    truncated = fields.flag("IsTruncated", false);
  }

  /// Reads each object of an array, leniently: its other members are left alone.
  private <T> List<T> each(Fields fields, String name, Function<Fields, T> read) {
    var result = new ArrayList<T>();
    var elements = fields.list(name, element -> element);
    for (var i = 0; i < elements.size(); i++) {
      var pointer = fields.pointer(name) + "/" + i;
      result.add(read.apply(new Fields(elements.get(i), pointer, problems)));
    }
    return result;
  }

  private Entity entity(Fields fields, String kind, String prefix) {
    var name = fields.text(prefix + "Name");
    return new Entity(
        kind,
        name,
        fields.text("Arn"),
        fields.optionalText(prefix + "Id").orElse(""),
        each(fields, prefix + "PolicyList", DetailsReader::inline).stream()
            .flatMap(Optional::stream)
            .toList(),
        each(fields, "AttachedManagedPolicies", policy -> policy.text("PolicyArn")),
        fields
            .object("PermissionsBoundary")
            .map(boundary -> boundary.text("PermissionsBoundaryArn"))
            .orElse(""),
        kind.equals("user") ? fields.texts("GroupList") : List.of(),
        trust(fields, name),
        tags(fields));
  }

  private static Optional<Entity.Held> inline(Fields policy) {
    return held(policy, policy.text("PolicyName"), "", "PolicyDocument");
  }

  private static Optional<Entity.Held> held(
      Fields fields, String name, String arn, String document) {
    var value = fields.any(document);
    if (value.isEmpty()) {
      fields.problem(document, "member `" + document + "` is missing");
    }
    return value.map(found -> new Entity.Held(name, arn, found, fields.pointer(document)));
  }

  private static List<Entity.Held> trust(Fields fields, String name) {
    return fields.has("AssumeRolePolicyDocument")
        ? held(fields, "trust policy of " + name, "", "AssumeRolePolicyDocument").stream().toList()
        : List.of();
  }

  private Map<String, String> tags(Fields fields) {
    var tags = new LinkedHashMap<String, String>();
    each(fields, "Tags", tag -> tags.put(tag.text("Key"), tag.text("Value")));
    return tags;
  }

  private void add(Optional<Entity.Held> policy) {
    policy.ifPresent(found -> managed.put(found.arn(), found));
  }

  /// A managed policy with its default version; none if the output does not hold that version.
  private Optional<Entity.Held> policy(Fields policy) {
    var name = policy.text("PolicyName");
    var arn = policy.text("Arn");
    var wanted = policy.optionalText("DefaultVersionId").orElse("");
    return each(policy, "PolicyVersionList", version -> version(version, name, arn, wanted))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Entity.Held> version(
      Fields version, String name, String arn, String wanted) {
    var isDefault =
        version.flag(
            "IsDefaultVersion", version.optionalText("VersionId").orElse("").equals(wanted));
    return isDefault ? held(version, name, arn, "Document") : Optional.empty();
  }
}
