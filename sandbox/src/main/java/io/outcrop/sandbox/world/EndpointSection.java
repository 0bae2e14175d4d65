package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.aws.Arn;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Circumstances.EndpointPolicy;
import io.outcrop.sandbox.realm.Circumstances.Site;
import io.outcrop.sandbox.realm.Realm;
import java.util.List;
import java.util.Map;

/// Reads and writes `endpointPolicies`: VPC endpoints and what they let pass.
///
/// @param here where an endpoint stands of which the file does not say it
record EndpointSection(Here here, List<Problem> problems) {
  /// The account and region of whoever is examined.
  record Here(String account, String region) {
    static Here of(Realm.Title title, Realm.Subject subject, Map<String, Account> accounts) {
      var account =
          Arn.parse(subject.principal())
              .map(Arn::account)
              .filter(accounts::containsKey)
              .or(() -> accounts.keySet().stream().findFirst())
              .orElse("");
      return new Here(account, title.region());
    }
  }

  List<EndpointPolicy> read(Fields fields) {
    return fields.objects("endpointPolicies", this::endpoint);
  }

  private EndpointPolicy endpoint(Fields fields) {
    var id = fields.text("endpointId");
    var site =
        new Site(
            fields.optionalText("account").orElse(here.account()),
            fields.optionalText("region").orElse(here.region()),
            fields.optionalText("vpc").orElseGet(() -> EndpointPolicy.vpcOf(id)),
            fields.flag("privateDns", true));
    var document =
        fields.has("document")
            ? Values.policy(fields, "document", PolicyKind.ENDPOINT, problems)
            : EndpointPolicy.FULL_ACCESS;
    return new EndpointPolicy(fields.text("service"), id, site, fields.textMap("tags"), document);
  }

  static Json write(EndpointPolicy endpoint) {
    var site = endpoint.site();
    return members(
        "service", Json.of(endpoint.service()),
        "endpointId", Json.of(endpoint.endpointId()),
        "account", Json.of(site.account()),
        "region", Json.of(site.region()),
        "vpc", Json.of(site.vpc()),
        "privateDns", site.privateDns() ? null : Json.of(false),
        "tags", DirectorySection.tags(endpoint.tags()),
        "document", endpoint.document());
  }
}
