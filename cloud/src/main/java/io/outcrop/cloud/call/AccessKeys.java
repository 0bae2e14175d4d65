package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/// IAM's calls about access keys.
final class AccessKeys {
  private final SdkService<IamClient> service;

  AccessKeys(SdkService<IamClient> service) {
    this.service = service;
  }

  Answer<List<Iam.AccessKey>> of(String userName) {
    return service.ask(
        "ListAccessKeys",
        client ->
            Pages.collect(
                client.listAccessKeysPaginator(request -> request.userName(userName)),
                page ->
                    page.accessKeyMetadata().stream()
                        .map(key ->
                            new Iam.AccessKey(
                                key.accessKeyId(), key.statusAsString(), key.createDate()))
                        .toList()));
  }

  Answer<Iam.LastUse> lastUsed(String keyId) {
    return service.ask(
        "GetAccessKeyLastUsed",
        client -> {
          var answer = client.getAccessKeyLastUsed(request -> request.accessKeyId(keyId));
          var last = answer.accessKeyLastUsed();
          return SdkService.succeeded(
              new Iam.LastUse(
                  Texts.of(answer.userName()),
                  last == null ? "" : known(last.serviceName()),
                  last == null ? "" : known(last.region())),
              answer);
        });
  }

  Answer<Boolean> setStatus(String userName, String keyId, String status) {
    return service.ask(
        "UpdateAccessKey",
        client ->
            InlinePolicies.done(
                client.updateAccessKey(
                    request -> request.userName(userName).accessKeyId(keyId).status(status))));
  }

  private static String known(@Nullable String text) {
    return text == null || text.equals("N/A") ? "" : text;
  }
}
