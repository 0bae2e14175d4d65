package io.outcrop.sandbox.guard;

import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The condition keys that a request brings. Source: IAM User Guide, "AWS global condition context
/// keys", with when each is there; read 2026-11. A key that AWS leaves out is left out here, since
/// `Null` and `…IfExists` ask for that.
final class ConditionKeys {
  private final List<Value> values = new ArrayList<>(40);
  private final Realm realm;
  private final Call call;
  private final Instant now;

  private ConditionKeys(Realm realm, Call call, Instant now) {
    this.realm = realm;
    this.call = call;
    this.now = now;
  }

  /// The keys of whatever `visitor` wishes in `call` of a resource that `owner` has; `via` names
  /// the services that carry it on in the visitor's name, none if it comes straight from them.
  static RequestContext of(
      Realm realm, Visitor visitor, Call call, Instant now, String owner, List<String> via) {
    var keys = new ConditionKeys(realm, call, now);
    keys.ofNetwork(via.isEmpty());
    keys.ofTime();
    keys.ofPrincipal(visitor);
    keys.ofOrganization("aws:Principal", visitor.account().id());
    keys.add("aws:ResourceAccount", owner);
    keys.ofOrganization("aws:Resource", owner);
    keys.ofServices(via);
    return RequestContext.of(keys.values);
  }

  /// What `call` brings, `brought`, and what `wish` has of its own, which counts more.
  static RequestContext of(RequestContext brought, Call call, Guard.Wish wish) {
    var own = new ArrayList<Value>();
    serviceTier(call, wish).ifPresent(tier -> own.add(single("bedrock:ServiceTier", tier)));
    wish.context().forEach((name, value) -> own.add(single(name, value)));
    wish.lists().forEach((name, all) -> own.add(new Value(name, true, all)));
    return brought.with(own);
  }

  private static Value single(String name, String value) {
    return new Value(name, false, List.of(value));
  }

  private void add(String name, String value) {
    values.add(single(name, value));
  }

  private void addAll(String name, List<String> all) {
    values.add(new Value(name, true, all));
  }

  /// A call through an endpoint has an address of its network, and none of the Internet.
  private void ofNetwork(boolean isDirect) {
    var endpoint = isDirect ? endpoint() : Optional.<Circumstances.EndpointPolicy>empty();
    if (endpoint.isPresent()) {
      add("aws:SourceVpce", endpoint.get().endpointId());
      add("aws:SourceVpc", endpoint.get().site().vpc());
      add("aws:VpcSourceIp", ADDRESS);
    } else {
      add("aws:SourceIp", ADDRESS);
    }
    add("aws:RequestedRegion", Guard.requestedRegion(realm, call));
    add("aws:SecureTransport", "true");
    header("user-agent", "aws:UserAgent");
    header("referer", "aws:Referer");
  }

  private static final String ADDRESS = "127.0.0.1";

  private Optional<Circumstances.EndpointPolicy> endpoint() {
    var way = Way.of(realm, call);
    return realm.circumstances().endpointPolicies().stream().filter(way::leadsThrough).findFirst();
  }

  private void header(String header, String key) {
    var value = call.headers().get(header);
    if (value != null) {
      add(key, value);
    }
  }

  private void ofTime() {
    add("aws:CurrentTime", now.toString());
    add("aws:EpochTime", Long.toString(now.getEpochSecond()));
  }

  private void ofPrincipal(Visitor visitor) {
    add("aws:PrincipalIsAWSService", "false");
    add("aws:PrincipalAccount", visitor.account().id());
    add("aws:PrincipalArn", visitor.principalArn());
    add("aws:PrincipalType", visitor.kind().type());
    add("aws:userid", visitor.userId());
    if (visitor.kind() == Visitor.Kind.USER) {
      add("aws:username", visitor.identity().label().name());
    }
    visitor.tags().forEach((key, value) -> add("aws:PrincipalTag/" + key, value));
    visitor.session().forEach(this::ofSession);
  }

  /// What temporary credentials bring; long-term ones bring none of it, not even that nobody used
  /// an MFA device.
  private void ofSession(Session session) {
    var terms = session.terms();
    var issued = terms.issued().orElse(realm.title().clock());
    add("aws:TokenIssueTime", issued.toString());
    add("aws:MultiFactorAuthPresent", Boolean.toString(terms.mfa()));
    if (terms.mfa()) {
      add("aws:MultiFactorAuthAge", Long.toString(Duration.between(issued, now).toSeconds()));
    }
    if (!terms.sourceIdentity().isEmpty()) {
      add("aws:SourceIdentity", terms.sourceIdentity());
    }
    if (!terms.provider().isEmpty()) {
      add("aws:FederatedProvider", terms.provider());
    }
  }

  private void ofOrganization(String prefix, String account) {
    var organization = realm.organization();
    if (organization.contains(account)) {
      add(prefix + "OrgID", organization.id());
      addAll(prefix + "OrgPaths", List.of(path(organization, account)));
    }
  }

  /// `o-…/r-…/ou-…/`: the way from the organization down to the unit that holds the account.
  private static String path(Organization organization, String account) {
    var path = new StringBuilder(organization.id()).append('/');
    for (var node : organization.path(account)) {
      if (node.kind() != Organization.Kind.ACCOUNT) {
        path.append(node.id()).append('/');
      }
    }
    return path.toString();
  }

  /// The service tier that a call to a model asks for, in a header or as Converse has it.
  private static Optional<String> serviceTier(Call call, Guard.Wish wish) {
    if (!wish.action().startsWith("bedrock:InvokeModel")) {
      return Optional.empty();
    }
    var input = call.input();
    return input
        .text("serviceTier")
        .or(() -> input.object("serviceTier").flatMap(tier -> tier.text("type")));
  }

  private void ofServices(List<String> via) {
    add("aws:ViaAWSService", Boolean.toString(!via.isEmpty()));
    if (!via.isEmpty()) {
      add("aws:CalledViaFirst", via.getFirst());
      add("aws:CalledViaLast", via.getLast());
      addAll("aws:CalledVia", via);
    }
  }
}
