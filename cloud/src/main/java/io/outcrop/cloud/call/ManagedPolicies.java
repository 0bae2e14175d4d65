package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.protocol.Xml;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// IAM's calls about managed policies.
final class ManagedPolicies {
  private final QueryService service;

  ManagedPolicies(QueryService service) {
    this.service = service;
  }

  Answer<List<Iam.Attached>> attached(PolicyOwner owner) {
    return service.pages(
        "ListAttached" + owner.kind().word() + "Policies",
        InlinePolicies.named(owner),
        found ->
            found
                .list("AttachedPolicies")
                .map(
                    policy -> new Iam.Attached(policy.text("PolicyName"), policy.text("PolicyArn")))
                .toList());
  }

  Answer<Iam.Managed> get(String arn) {
    var policy = service.ask("GetPolicy", named(arn), found -> found.in("Policy"));
    return policy instanceof Answer.Succeeded<Xml>(var found, String _)
        ? version(found.text("PolicyName"), arn, found.text("DefaultVersionId"))
        : policy.map(_ -> {
          throw new IllegalStateException("what was not read has no versions");
        });
  }

  private Answer<Iam.Managed> version(String name, String arn, String versionId) {
    return service.ask(
        "GetPolicyVersion",
        named(arn, versionId),
        found ->
            new Iam.Managed(
                name,
                arn,
                versionId,
                PolicyDocuments.encoded(found.in("PolicyVersion").text("Document"))));
  }

  Answer<Json.Obj> document(String arn, String versionId) {
    return version("", arn, versionId).map(Iam.Managed::document);
  }

  Answer<Boolean> attach(PolicyOwner owner, String arn) {
    return service.tell(
        "Attach" + owner.kind().word() + "Policy",
        InlinePolicies.named(owner).with("PolicyArn", arn));
  }

  Answer<Boolean> detach(PolicyOwner owner, String arn) {
    return InlinePolicies.missingIsDone(
        service.tell(
            "Detach" + owner.kind().word() + "Policy",
            InlinePolicies.named(owner).with("PolicyArn", arn)));
  }

  Answer<List<String>> versions(String arn) {
    var newestFirst = Comparator.comparingLong(ManagedPolicies::number).reversed();
    return service
        .pages(
            "ListPolicyVersions",
            named(arn),
            found -> found.list("Versions").map(version -> version.text("VersionId")).toList())
        .map(found -> found.stream().sorted(newestFirst).toList());
  }

  Answer<String> createDefaultVersion(String arn, Json.Obj document) {
    return service.askOnce(
        "CreatePolicyVersion",
        named(arn)
            .with("PolicyDocument", JsonWriter.compact(document))
            .with("SetAsDefault", "true"),
        found -> found.in("PolicyVersion").text("VersionId"));
  }

  Answer<Boolean> setDefaultVersion(String arn, String versionId) {
    return service.tell("SetDefaultPolicyVersion", named(arn, versionId));
  }

  Answer<Boolean> deleteVersion(String arn, String versionId) {
    return InlinePolicies.missingIsDone(service.tell("DeletePolicyVersion", named(arn, versionId)));
  }

  Answer<Boolean> create(String name, Json.Obj document) {
    return service.tell(
        "CreatePolicy",
        Form.of("PolicyName", name).with("PolicyDocument", JsonWriter.compact(document)));
  }

  Answer<Boolean> deletePolicy(String arn) {
    return InlinePolicies.missingIsDone(service.tell("DeletePolicy", named(arn)));
  }

  Answer<List<String>> attachments(String arn) {
    var attached = attachments(arn, "PermissionsPolicy", "");
    return attached instanceof Answer.Succeeded<List<String>>(var holders, var _)
        ? attachments(arn, "PermissionsBoundary", " (boundary)")
            .map(bounded -> Stream.concat(holders.stream(), bounded.stream()).sorted().toList())
        : attached;
  }

  private Answer<List<String>> attachments(String arn, String usage, String suffix) {
    return service.pages(
        "ListEntitiesForPolicy",
        named(arn).with("PolicyUsageFilter", usage),
        found ->
            Stream.of(
                    found.list("PolicyUsers").map(user -> "user " + user.text("UserName")),
                    found.list("PolicyRoles").map(role -> "role " + role.text("RoleName")),
                    found.list("PolicyGroups").map(group -> "group " + group.text("GroupName")))
                .flatMap(names -> names)
                .map(name -> name + suffix)
                .toList());
  }

  private static Form named(String arn) {
    return Form.of("PolicyArn", arn);
  }

  private static Form named(String arn, String versionId) {
    return named(arn).with("VersionId", versionId);
  }

  /// Versions are numbered in the order in which they were made: `v1`, `v2`.
  private static long number(String versionId) {
    var digits = versionId.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
