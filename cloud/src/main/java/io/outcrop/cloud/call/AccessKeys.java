package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// IAM's calls about access keys.
final class AccessKeys {
  private final QueryService service;

  AccessKeys(QueryService service) {
    this.service = service;
  }

  Answer<List<Iam.AccessKey>> of(String userName) {
    return service.pages(
        "ListAccessKeys",
        Form.of("UserName", userName),
        found ->
            found
                .list("AccessKeyMetadata")
                .map(key ->
                    new Iam.AccessKey(
                        key.text("AccessKeyId"), key.text("Status"), time(key.text("CreateDate"))))
                .toList());
  }

  Answer<Iam.LastUse> lastUsed(String keyId) {
    return service.ask(
        "GetAccessKeyLastUsed",
        Form.of("AccessKeyId", keyId),
        found -> {
          var last = found.in("AccessKeyLastUsed");
          return new Iam.LastUse(
              found.text("UserName"), known(last.text("ServiceName")), known(last.text("Region")));
        });
  }

  Answer<Boolean> setStatus(String userName, String keyId, String status) {
    return service.tell(
        "UpdateAccessKey",
        Form.of("UserName", userName).with("AccessKeyId", keyId).with("Status", status));
  }

  private static String known(String text) {
    return text.equals("N/A") ? "" : text;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new UnreadableAnswerException("`" + text + "` is no time");
    }
  }
}
