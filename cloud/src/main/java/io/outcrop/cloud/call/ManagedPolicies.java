package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/// IAM's calls about managed policies.
final class ManagedPolicies {
  private final SdkService<IamClient> service;
  private final SdkService<IamClient> once;

  /// @param once whose calls are never sent twice
  ManagedPolicies(SdkService<IamClient> service, SdkService<IamClient> once) {
    this.service = service;
    this.once = once;
  }

  Answer<List<Iam.Attached>> attached(PolicyOwner owner) {
    var name = owner.name();
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "ListAttachedUserPolicies",
              client ->
                  Pages.collect(
                      client.listAttachedUserPoliciesPaginator(request -> request.userName(name)),
                      page -> attached(page.attachedPolicies())));
      case GROUP ->
          service.ask(
              "ListAttachedGroupPolicies",
              client ->
                  Pages.collect(
                      client.listAttachedGroupPoliciesPaginator(request -> request.groupName(name)),
                      page -> attached(page.attachedPolicies())));
      case ROLE ->
          service.ask(
              "ListAttachedRolePolicies",
              client ->
                  Pages.collect(
                      client.listAttachedRolePoliciesPaginator(request -> request.roleName(name)),
                      page -> attached(page.attachedPolicies())));
    };
  }

  Answer<Iam.Managed> get(String arn) {
    var policy =
        service.ask(
            "GetPolicy",
            client -> {
              var answer = client.getPolicy(request -> request.policyArn(arn));
              return SdkService.succeeded(answer.policy(), answer);
            });
    return switch (policy) {
      case Answer.Succeeded<software.amazon.awssdk.services.iam.model.Policy>(
              var found,
              String _) ->
          version(found.policyName(), arn, found.defaultVersionId());
      case Answer.Refused<?>(String operation, var error, String text) ->
          new Answer.Refused<>(operation, error, text);
      case Answer.Unreachable<?>(String operation, var stage, String host, String why) ->
          new Answer.Unreachable<>(operation, stage, host, why);
    };
  }

  private Answer<Iam.Managed> version(String name, String arn, String versionId) {
    return service.ask(
        "GetPolicyVersion",
        client -> {
          var answer =
              client.getPolicyVersion(request -> request.policyArn(arn).versionId(versionId));
          var document = PolicyDocuments.encoded(answer.policyVersion().document());
          return SdkService.succeeded(new Iam.Managed(name, arn, versionId, document), answer);
        });
  }

  Answer<Json.Obj> document(String arn, String versionId) {
    return version("", arn, versionId).map(Iam.Managed::document);
  }

  Answer<Boolean> attach(PolicyOwner owner, String arn) {
    var name = owner.name();
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "AttachUserPolicy",
              client ->
                  InlinePolicies.done(
                      client.attachUserPolicy(request -> request.userName(name).policyArn(arn))));
      case GROUP ->
          service.ask(
              "AttachGroupPolicy",
              client ->
                  InlinePolicies.done(
                      client.attachGroupPolicy(request -> request.groupName(name).policyArn(arn))));
      case ROLE ->
          service.ask(
              "AttachRolePolicy",
              client ->
                  InlinePolicies.done(
                      client.attachRolePolicy(request -> request.roleName(name).policyArn(arn))));
    };
  }

  Answer<Boolean> detach(PolicyOwner owner, String arn) {
    var name = owner.name();
    var answer =
        switch (owner.kind()) {
          case USER ->
              service.ask(
                  "DetachUserPolicy",
                  client ->
                      InlinePolicies.done(
                          client.detachUserPolicy(
                              request -> request.userName(name).policyArn(arn))));
          case GROUP ->
              service.ask(
                  "DetachGroupPolicy",
                  client ->
                      InlinePolicies.done(
                          client.detachGroupPolicy(
                              request -> request.groupName(name).policyArn(arn))));
          case ROLE ->
              service.ask(
                  "DetachRolePolicy",
                  client ->
                      InlinePolicies.done(
                          client.detachRolePolicy(
                              request -> request.roleName(name).policyArn(arn))));
        };
    return InlinePolicies.missingIsDone(answer);
  }

  Answer<List<String>> versions(String arn) {
    return service.ask(
        "ListPolicyVersions",
        client -> {
          var found =
              Pages.collect(
                  client.listPolicyVersionsPaginator(request -> request.policyArn(arn)),
                  page -> page.versions());
          var newestFirst = Comparator.comparingLong(ManagedPolicies::number).reversed();
          return new Answer.Succeeded<>(
              found.value().stream().map(PolicyVersion::versionId).sorted(newestFirst).toList(),
              found.requestId());
        });
  }

  Answer<String> createDefaultVersion(String arn, Json.Obj document) {
    var text = JsonWriter.compact(document);
    return once.ask(
        "CreatePolicyVersion",
        client -> {
          var answer =
              client.createPolicyVersion(
                  request -> request.policyArn(arn).policyDocument(text).setAsDefault(true));
          return SdkService.succeeded(answer.policyVersion().versionId(), answer);
        });
  }

  Answer<Boolean> setDefaultVersion(String arn, String versionId) {
    return service.ask(
        "SetDefaultPolicyVersion",
        client ->
            InlinePolicies.done(
                client.setDefaultPolicyVersion(
                    request -> request.policyArn(arn).versionId(versionId))));
  }

  Answer<Boolean> deleteVersion(String arn, String versionId) {
    return InlinePolicies.missingIsDone(
        service.ask(
            "DeletePolicyVersion",
            client ->
                InlinePolicies.done(
                    client.deletePolicyVersion(
                        request -> request.policyArn(arn).versionId(versionId)))));
  }

  Answer<Boolean> create(String name, Json.Obj document) {
    var text = JsonWriter.compact(document);
    return service.ask(
        "CreatePolicy",
        client ->
            InlinePolicies.done(
                client.createPolicy(request -> request.policyName(name).policyDocument(text))));
  }

  Answer<Boolean> deletePolicy(String arn) {
    return InlinePolicies.missingIsDone(
        service.ask(
            "DeletePolicy",
            client -> InlinePolicies.done(client.deletePolicy(request -> request.policyArn(arn)))));
  }

  Answer<List<String>> attachments(String arn) {
    var attached = attachments(arn, PolicyUsageType.PERMISSIONS_POLICY, "");
    return attached instanceof Answer.Succeeded<List<String>>(var holders, var _)
        ? attachments(arn, PolicyUsageType.PERMISSIONS_BOUNDARY, " (boundary)")
            .map(bounded -> Stream.concat(holders.stream(), bounded.stream()).sorted().toList())
        : attached;
  }

  private Answer<List<String>> attachments(String arn, PolicyUsageType usage, String suffix) {
    return service.ask(
        "ListEntitiesForPolicy",
        client ->
            Pages.collect(
                client.listEntitiesForPolicyPaginator(
                    request -> request.policyArn(arn).policyUsageFilter(usage)),
                page ->
                    Stream.of(
                            page.policyUsers().stream().map(user -> "user " + user.userName()),
                            page.policyRoles().stream().map(role -> "role " + role.roleName()),
                            page.policyGroups().stream().map(one -> "group " + one.groupName()))
                        .flatMap(names -> names)
                        .map(name -> name + suffix)
                        .toList()));
  }

  private static List<Iam.Attached> attached(List<AttachedPolicy> policies) {
    return policies.stream()
        .map(policy -> new Iam.Attached(policy.policyName(), policy.policyArn()))
        .toList();
  }

  /// Versions are numbered in the order in which they were made: `v1`, `v2`.
  private static long number(String versionId) {
    var digits = versionId.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
