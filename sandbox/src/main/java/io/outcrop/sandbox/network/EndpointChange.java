package io.outcrop.sandbox.network;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Circumstances.EndpointPolicy;
import io.outcrop.sandbox.realm.Circumstances.Site;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// ModifyVpcEndpoint, as far as the policy and private DNS go.
final class EndpointChange {
  private static final Set<String> HERE =
      Set.of("DryRun", "VpcEndpointId", "ResetPolicy", "PolicyDocument", "PrivateDnsEnabled");

  private EndpointChange() {}

  static Reply answer(Visit visit) {
    var id = visit.required("VpcEndpointId");
    var arn =
        "arn:aws:ec2:%s:%s:vpc-endpoint/%s".formatted(visit.region(), visit.account().id(), id);
    var wish = new Guard.Wish("ec2:ModifyVpcEndpoint", arn, context(visit, id));
    var refused = Denial.of(visit, wish).or(() -> Ec2.rehearsal(visit));
    if (refused.isPresent()) {
      return refused.get();
    }
    for (var name : visit.call().input().members().keySet()) {
      if (!HERE.contains(name)) {
        return Faults.said(
            400,
            "UnsupportedOperation",
            "`" + name + "` of ModifyVpcEndpoint is not part of this sandbox");
      }
    }
    return EndpointList.find(visit, id)
        .map(endpoint -> changed(visit, endpoint))
        .orElseGet(() -> Ec2.notFound(id));
  }

  /// Source: Service Authorization Reference, "Amazon EC2", ModifyVpcEndpoint, read 2026-11.
  private static Map<String, String> context(Visit visit, String id) {
    var context = new HashMap<>(Map.of("ec2:Region", visit.region()));
    EndpointList.find(visit, id)
        .ifPresent(endpoint ->
            endpoint
                .tags()
                .forEach((key, value) -> {
                  context.put("aws:ResourceTag/" + key, value);
                  context.put("ec2:ResourceTag/" + key, value);
                }));
    return context;
  }

  private static Reply changed(Visit visit, EndpointPolicy endpoint) {
    var changed = withDns(visit, endpoint);
    var text = visit.required("PolicyDocument");
    if (visit.flag("ResetPolicy")) {
      if (!text.isEmpty()) {
        return Faults.said(
            400,
            "InvalidParameterCombination",
            "The parameters ResetPolicy and PolicyDocument cannot be used together");
      }
      changed = changed.with(EndpointPolicy.FULL_ACCESS);
    } else if (!text.isEmpty()) {
      if (!(JsonReader.read(text) instanceof JsonReading.Read(Json.Obj document))
          || PolicyParser.parse(document, PolicyKind.ENDPOINT) instanceof PolicyParsing.Rejected) {
        return Faults.said(
            400,
            "InvalidPolicyDocument",
            "The specified policy document is not a valid JSON policy document.");
      }
      changed = changed.with(document);
    }
    var now = visit.world().realm();
    visit.world().commit(now.with(now.circumstances().with(changed)));
    return Output.reply("Return", true);
  }

  private static EndpointPolicy withDns(Visit visit, EndpointPolicy endpoint) {
    if (visit.call().input().get("PrivateDnsEnabled").isEmpty()) {
      return endpoint;
    }
    var site = endpoint.site();
    return endpoint.at(
        new Site(site.account(), site.region(), site.vpc(), visit.flag("PrivateDnsEnabled")));
  }
}
