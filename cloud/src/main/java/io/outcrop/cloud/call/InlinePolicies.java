package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.IamClient;

/// IAM's calls about inline policies, which differ by what owns the policy.
final class InlinePolicies {
  private final SdkService<IamClient> service;

  InlinePolicies(SdkService<IamClient> service) {
    this.service = service;
  }

  Answer<List<String>> names(PolicyOwner owner) {
    var name = owner.name();
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "ListUserPolicies",
              client ->
                  Pages.collect(
                      client.listUserPoliciesPaginator(request -> request.userName(name)),
                      page -> page.policyNames()));
      case GROUP ->
          service.ask(
              "ListGroupPolicies",
              client ->
                  Pages.collect(
                      client.listGroupPoliciesPaginator(request -> request.groupName(name)),
                      page -> page.policyNames()));
      case ROLE ->
          service.ask(
              "ListRolePolicies",
              client ->
                  Pages.collect(
                      client.listRolePoliciesPaginator(request -> request.roleName(name)),
                      page -> page.policyNames()));
    };
  }

  Answer<Json.Obj> get(PolicyOwner owner, String policy) {
    var name = owner.name();
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "GetUserPolicy",
              client -> {
                var answer =
                    client.getUserPolicy(request -> request.userName(name).policyName(policy));
                return SdkService.succeeded(
                    PolicyDocuments.encoded(answer.policyDocument()), answer);
              });
      case GROUP ->
          service.ask(
              "GetGroupPolicy",
              client -> {
                var answer =
                    client.getGroupPolicy(request -> request.groupName(name).policyName(policy));
                return SdkService.succeeded(
                    PolicyDocuments.encoded(answer.policyDocument()), answer);
              });
      case ROLE ->
          service.ask(
              "GetRolePolicy",
              client -> {
                var answer =
                    client.getRolePolicy(request -> request.roleName(name).policyName(policy));
                return SdkService.succeeded(
                    PolicyDocuments.encoded(answer.policyDocument()), answer);
              });
    };
  }

  Answer<Boolean> put(PolicyOwner owner, String policy, Json.Obj document) {
    var name = owner.name();
    var text = JsonWriter.compact(document);
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "PutUserPolicy",
              client ->
                  done(
                      client.putUserPolicy(request ->
                          request.userName(name).policyName(policy).policyDocument(text))));
      case GROUP ->
          service.ask(
              "PutGroupPolicy",
              client ->
                  done(
                      client.putGroupPolicy(request ->
                          request.groupName(name).policyName(policy).policyDocument(text))));
      case ROLE ->
          service.ask(
              "PutRolePolicy",
              client ->
                  done(
                      client.putRolePolicy(request ->
                          request.roleName(name).policyName(policy).policyDocument(text))));
    };
  }

  Answer<Boolean> delete(PolicyOwner owner, String policy) {
    var name = owner.name();
    var answer =
        switch (owner.kind()) {
          case USER ->
              service.ask(
                  "DeleteUserPolicy",
                  client ->
                      done(
                          client.deleteUserPolicy(
                              request -> request.userName(name).policyName(policy))));
          case GROUP ->
              service.ask(
                  "DeleteGroupPolicy",
                  client ->
                      done(
                          client.deleteGroupPolicy(
                              request -> request.groupName(name).policyName(policy))));
          case ROLE ->
              service.ask(
                  "DeleteRolePolicy",
                  client ->
                      done(
                          client.deleteRolePolicy(
                              request -> request.roleName(name).policyName(policy))));
        };
    return missingIsDone(answer);
  }

  static Answer.Succeeded<Boolean> done(AwsResponse response) {
    return SdkService.succeeded(true, response);
  }

  /// A thing that is not there needs no removal.
  static Answer<Boolean> missingIsDone(Answer<Boolean> answer) {
    return answer instanceof Answer.Refused<Boolean>(String _, var error, String _)
            && error.code().startsWith("NoSuchEntity")
        ? new Answer.Succeeded<>(true, error.requestId())
        : answer;
  }
}
