package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.protocol.Xml;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The interface endpoints of an account's private networks.
public final class VpcEndpoints {
  private final QueryService service;

  /// EC2 of the region that is called.
  public VpcEndpoints(SdkSetup setup) {
    this.service = new QueryService(setup.signed("ec2", setup.region(), "ec2"), "2016-11-15");
  }

  /// One endpoint.
  ///
  /// @param owner the account that has made it; empty where AWS does not say
  /// @param privateDns whether the service's usual name leads to it
  /// @param policy the document, empty where AWS shows none: then everything is allowed
  public record Endpoint(
      String id,
      String owner,
      String vpc,
      boolean privateDns,
      String state,
      List<Json.Obj> policy) {
    public Endpoint {
      policy = List.copyOf(policy);
    }
  }

  /// The endpoints of the service `name`: `com.amazonaws.us-east-1.bedrock-runtime`.
  public Answer<List<Endpoint>> of(String name) {
    return described(
        Form.of("Filter.1.Name", "service-name").with("Filter.1.Value.1", name),
        VpcEndpoints::endpoint);
  }

  /// The endpoint `id`, as a list of one.
  public Answer<List<Endpoint>> withId(String id) {
    return described(Form.of("VpcEndpointId.1", id), VpcEndpoints::endpoint);
  }

  /// The tags of the endpoint `id`, as a list of one.
  public Answer<List<Map<String, String>>> tags(String id) {
    return described(Form.of("VpcEndpointId.1", id), VpcEndpoints::tags);
  }

  /// Gives the endpoint `id` another policy, in place of the one that it has.
  public Answer<Boolean> setPolicy(String id, Json.Obj document) {
    return service.tell("ModifyVpcEndpoint", modified(id, document));
  }

  /// Asks whether [#setPolicy] would be let through, and changes nothing. EC2 answers that with a
  /// refusal in either case. Source: EC2 API Reference, "ModifyVpcEndpoint", `DryRun`, read
  /// 2026-11.
  public Answer<Boolean> maySetPolicy(String id, Json.Obj document) {
    var answer = service.tell("ModifyVpcEndpoint", modified(id, document).with("DryRun", "true"));
    return answer instanceof Answer.Refused<Boolean>(var _, var error, var text)
            && error.code().equals("DryRunOperation")
        ? new Answer.Succeeded<>(true, text)
        : answer;
  }

  private static Form modified(String id, Json.Obj document) {
    return Form.of("VpcEndpointId", id).with("PolicyDocument", JsonWriter.compact(document));
  }

  private <T> Answer<List<T>> described(Form which, Function<Xml, T> item) {
    return service.ask(
        "DescribeVpcEndpoints",
        which,
        found -> found.list("vpcEndpointSet", "item").map(item).toList());
  }

  private static Endpoint endpoint(Xml item) {
    var policy = item.text("policyDocument");
    return new Endpoint(
        item.text("vpcEndpointId"),
        item.text("ownerId"),
        item.text("vpcId"),
        item.text("privateDnsEnabled").equals("true"),
        item.text("state"),
        policy.isBlank() ? List.of() : List.of(PolicyDocuments.plain(policy)));
  }

  private static Map<String, String> tags(Xml item) {
    var tags = new HashMap<String, String>();
    item.list("tagSet", "item").forEach(tag -> tags.put(tag.text("key"), tag.text("value")));
    return tags;
  }
}
