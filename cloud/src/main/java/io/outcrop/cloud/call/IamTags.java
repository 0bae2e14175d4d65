package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// IAM's calls that tell tags.
final class IamTags {
  private final SdkService<IamClient> service;

  IamTags(SdkService<IamClient> service) {
    this.service = service;
  }

  Answer<Map<String, String>> of(PolicyOwner owner) {
    var name = owner.name();
    return switch (owner.kind()) {
      case USER ->
          service.ask(
              "GetUser",
              client -> {
                var answer = client.getUser(request -> request.userName(name));
                return SdkService.succeeded(map(answer.user().tags()), answer);
              });
      case ROLE ->
          service.ask(
              "GetRole",
              client -> {
                var answer = client.getRole(request -> request.roleName(name));
                return SdkService.succeeded(map(answer.role().tags()), answer);
              });
      case GROUP -> new Answer.Succeeded<>(Map.of(), "");
    };
  }

  Answer<Map<String, String>> ofPolicy(String arn) {
    return service.ask(
        "GetPolicy",
        client -> {
          var answer = client.getPolicy(request -> request.policyArn(arn));
          return SdkService.succeeded(map(answer.policy().tags()), answer);
        });
  }

  static Map<String, String> map(List<Tag> tags) {
    var map = new TreeMap<String, String>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }
}
