package io.outcrop.sandbox.directory;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Managed policies and their versions.
final class ManagedPolicies {
  /// Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_SIZE = 6144;

  private static final int MAX_VERSIONS = 5;

  private final AwsManagedPolicies aws;

  private ManagedPolicies(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  static void addTo(Map<String, Operation> operations, AwsManagedPolicies aws) {
    var policies = new ManagedPolicies(aws);
    policies.add(operations, "GetPolicy", policies::get);
    policies.add(operations, "GetPolicyVersion", policies::getVersion);
    policies.add(operations, "ListPolicyVersions", policies::listVersions);
    policies.add(operations, "CreatePolicyVersion", policies::createVersion);
    policies.add(operations, "SetDefaultPolicyVersion", policies::setDefault);
    policies.add(operations, "DeletePolicyVersion", policies::deleteVersion);
    policies.add(operations, "DeletePolicy", policies::delete);
    operations.put("CreatePolicy", policies::create);
    operations.put("ListPolicies", policies::list);
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, ManagedPolicy policy);
  }

  private void add(Map<String, Operation> operations, String name, Work work) {
    operations.put(
        name,
        visit -> {
          var arn = visit.required("PolicyArn");
          var denied = visit.denied(Guard.Wish.of("iam:" + name, arn));
          if (denied.isPresent()) {
            return denied.get();
          }
          var found =
              Optional.ofNullable(visit.account().policies().get(arn)).or(() -> aws.find(arn));
          if (found.isEmpty()) {
            return Owner.noSuchEntity("Policy " + arn + " was not found.");
          }
          return found.get().isAwsManaged() && !name.startsWith("Get") && !name.startsWith("List")
              ? Faults.accessDenied(
                  "iam",
                  "User: %s is not authorized to perform: iam:%s on resource: policy %s"
                      .formatted(visit.visitor().arn(), name, arn))
              : work.answer(visit, found.get());
        });
  }

  private Reply get(Visit visit, ManagedPolicy policy) {
    return new Reply.Output(Json.object().with("Policy", shown(visit, policy)));
  }

  /// A policy as IAM shows it, without its document.
  static Json.Obj shown(Visit visit, ManagedPolicy policy) {
    var uses =
        visit.account().identities().values().stream()
            .filter(identity -> identity.permissions().managed().contains(policy.arn()))
            .count();
    return Json.object()
        .with("PolicyName", Json.of(policy.name()))
        .with("PolicyId", Json.of(UniqueId.of("ANPA", policy.arn())))
        .with("Arn", Json.of(policy.arn()))
        .with("Path", Json.of(policy.path()))
        .with("DefaultVersionId", Json.of(policy.defaultVersion()))
        .with("AttachmentCount", Json.of(uses))
        .with("IsAttachable", Json.of(true))
        .with("CreateDate", Json.of(policy.versions().getFirst().created().toString()))
        .with("UpdateDate", Json.of(policy.versions().getLast().created().toString()));
  }

  private Reply list(Visit visit) {
    var denied =
        visit.denied(
            Guard.Wish.of("iam:ListPolicies", "arn:aws:iam::" + visit.account().id() + ":policy/"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var scope = visit.text("Scope").orElse("All");
    var policies = new ArrayList<Json>();
    if (!scope.equals("AWS")) {
      visit.account().policies().values().forEach(policy -> policies.add(shown(visit, policy)));
    }
    if (!scope.equals("Local")) {
      aws.all().forEach(policy -> policies.add(shown(visit, policy)));
    }
    return new Reply.Output(
        Json.object().with("Policies", Json.array(policies)).with("IsTruncated", Json.of(false)));
  }

  private Reply getVersion(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    return policy
        .version(id)
        .<Reply>map(version ->
            new Reply.Output(Json.object().with("PolicyVersion", shown(policy, version, true))))
        .orElseGet(() -> missing(policy, id));
  }

  /// A version as IAM shows it.
  static Json.Obj shown(ManagedPolicy policy, ManagedPolicy.Version version, boolean document) {
    var shown =
        Json.object()
            .with("VersionId", Json.of(version.id()))
            .with("IsDefaultVersion", Json.of(version.id().equals(policy.defaultVersion())))
            .with("CreateDate", Json.of(version.created().toString()));
    return document ? shown.with("Document", Documents.text(version.document())) : shown;
  }

  private Reply listVersions(Visit visit, ManagedPolicy policy) {
    return new Reply.Output(
        Json.object()
            .with(
                "Versions",
                Json.array(
                    policy.versions().reversed().stream()
                        .map(version -> shown(policy, version, false))
                        .toList()))
            .with("IsTruncated", Json.of(false)));
  }

  private Reply create(Visit visit) {
    var name = visit.required("PolicyName");
    var path = visit.text("Path").orElse("/");
    var arn = "arn:aws:iam::" + visit.account().id() + ":policy" + path + name;
    var denied = visit.denied(Guard.Wish.of("iam:CreatePolicy", arn));
    if (denied.isPresent()) {
      return denied.get();
    }
    if (visit.account().policies().containsKey(arn)) {
      return Faults.said(
          409,
          "EntityAlreadyExists",
          "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }
    var document = Documents.read(visit.required("PolicyDocument"), PolicyKind.IDENTITY);
    if (document.isEmpty()) {
      return Faults.said(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
    if (Documents.size(document.get()) > MAX_SIZE) {
      return tooLarge();
    }
    var version = new ManagedPolicy.Version("v1", document.get(), visit.now());
    var policy = new ManagedPolicy(arn, name, path, "v1", List.of(version));
    visit.change(account -> account.with(policy));
    return new Reply.Output(Json.object().with("Policy", shown(visit, policy)));
  }

  private Reply createVersion(Visit visit, ManagedPolicy policy) {
    var document = Documents.read(visit.required("PolicyDocument"), PolicyKind.IDENTITY);
    if (document.isEmpty()) {
      return Faults.said(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
    if (Documents.size(document.get()) > MAX_SIZE) {
      return tooLarge();
    }
    if (policy.versions().size() >= MAX_VERSIONS) {
      return Faults.said(
          409,
          "LimitExceeded",
          "A managed policy can have up to 5 versions. Before you create a new version, you must"
              + " delete an existing version.");
    }
    var id = "v" + (number(policy.versions().getLast()) + 1);
    var version = new ManagedPolicy.Version(id, document.get(), visit.now());
    var versions = new ArrayList<>(policy.versions());
    versions.add(version);
    var changed =
        new ManagedPolicy(
            policy.arn(),
            policy.name(),
            policy.path(),
            visit.flag("SetAsDefault") ? id : policy.defaultVersion(),
            versions);
    visit.change(account -> account.with(changed));
    return new Reply.Output(Json.object().with("PolicyVersion", shown(changed, version, false)));
  }

  private static int number(ManagedPolicy.Version version) {
    return Integer.parseInt(version.id().substring(1));
  }

  private Reply setDefault(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    if (policy.version(id).isEmpty()) {
      return missing(policy, id);
    }
    var changed =
        new ManagedPolicy(policy.arn(), policy.name(), policy.path(), id, policy.versions());
    visit.change(account -> account.with(changed));
    return new Reply.Output(Json.object());
  }

  private Reply deleteVersion(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    if (policy.version(id).isEmpty()) {
      return missing(policy, id);
    }
    if (id.equals(policy.defaultVersion())) {
      return Faults.said(409, "DeleteConflict", "Cannot delete the default version of a policy.");
    }
    var versions = policy.versions().stream().filter(version -> !version.id().equals(id)).toList();
    var changed =
        new ManagedPolicy(
            policy.arn(), policy.name(), policy.path(), policy.defaultVersion(), versions);
    visit.change(account -> account.with(changed));
    return new Reply.Output(Json.object());
  }

  private Reply delete(Visit visit, ManagedPolicy policy) {
    var isUsed =
        visit.account().identities().values().stream()
            .map(identity -> identity.permissions())
            .anyMatch(uses ->
                uses.managed().contains(policy.arn()) || uses.boundary().equals(policy.arn()));
    if (isUsed) {
      return Faults.said(409, "DeleteConflict", "Cannot delete a policy attached to entities.");
    }
    visit.change(account -> account.withoutPolicy(policy.arn()));
    return new Reply.Output(Json.object());
  }

  private static Reply tooLarge() {
    return Faults.said(409, "LimitExceeded", "Cannot exceed quota for PolicySize: " + MAX_SIZE);
  }

  private static Reply missing(ManagedPolicy policy, String version) {
    return Owner.noSuchEntity(
        "Policy %s version %s does not exist or is not attachable."
            .formatted(policy.arn(), version));
  }
}
