package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.protocol.Xml;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;

/// IAM's calls about inline policies, which differ by what owns the policy.
final class InlinePolicies {
  private final QueryService service;

  InlinePolicies(QueryService service) {
    this.service = service;
  }

  Answer<List<String>> names(PolicyOwner owner) {
    return service.pages(
        "List" + owner.kind().word() + "Policies",
        named(owner),
        found -> found.list("PolicyNames").map(Xml::text).toList());
  }

  Answer<Json.Obj> get(PolicyOwner owner, String policy) {
    return service.ask(
        "Get" + owner.kind().word() + "Policy",
        named(owner, policy),
        found -> PolicyDocuments.encoded(found.text("PolicyDocument")));
  }

  Answer<Boolean> put(PolicyOwner owner, String policy, Json.Obj document) {
    return service.tell(
        "Put" + owner.kind().word() + "Policy",
        named(owner, policy).with("PolicyDocument", JsonWriter.compact(document)));
  }

  Answer<Boolean> delete(PolicyOwner owner, String policy) {
    return missingIsDone(
        service.tell("Delete" + owner.kind().word() + "Policy", named(owner, policy)));
  }

  /// Names `owner`, as every operation about it begins.
  static Form named(PolicyOwner owner) {
    return Form.of(owner.kind().word() + "Name", owner.name());
  }

  private static Form named(PolicyOwner owner, String policy) {
    return named(owner).with("PolicyName", policy);
  }

  /// A thing that is not there needs no removal.
  static Answer<Boolean> missingIsDone(Answer<Boolean> answer) {
    return answer instanceof Answer.Refused<Boolean>(String _, var error, String _)
            && error.code().startsWith("NoSuchEntity")
        ? new Answer.Succeeded<>(true, error.requestId())
        : answer;
  }
}
