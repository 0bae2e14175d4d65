package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.protocol.Xml;
import java.util.Map;
import java.util.TreeMap;

/// IAM's calls that tell tags.
final class IamTags {
  private final QueryService service;

  IamTags(QueryService service) {
    this.service = service;
  }

  Answer<Map<String, String>> of(PolicyOwner owner) {
    var kind = owner.kind().word();
    return owner.kind() == PolicyOwner.Kind.GROUP
        ? new Answer.Succeeded<>(Map.of(), "")
        : service.ask("Get" + kind, InlinePolicies.named(owner), found -> map(found.in(kind)));
  }

  Answer<Map<String, String>> ofPolicy(String arn) {
    return service.ask("GetPolicy", Form.of("PolicyArn", arn), found -> map(found.in("Policy")));
  }

  /// The tags in what IAM says of something.
  static Map<String, String> map(Xml tagged) {
    var map = new TreeMap<String, String>();
    tagged.list("Tags").forEach(tag -> map.put(tag.text("Key"), tag.text("Value")));
    return map;
  }
}
