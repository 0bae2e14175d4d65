package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.FullAccess;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The organization itself.
final class Founding {
  private Founding() {}

  /// Makes an organization with all features; the caller's account manages it.
  static Reply create(Visit visit) {
    var denied = Leave.denied(visit, "CreateOrganization");
    if (denied.isPresent()) {
      return denied.get();
    }
    var account = visit.account().id();
    var there = visit.world().realm().organization();
    if (there.contains(account)) {
      return OrganizationFacts.fault("AlreadyInOrganizationException");
    }
    if (there.exists()) {
      return notHere("a second organization");
    }
    if (!visit.text("FeatureSet").orElse("ALL").equals("ALL")) {
      return notHere("feature set `" + visit.required("FeatureSet") + "`");
    }
    var organization = founded(visit, account);
    Organizations.commit(visit, organization);
    return Shown.output("Organization", Shown.organization(organization));
  }

  private static Organization founded(Visit visit, String account) {
    var id = Ids.organization(account);
    var root = Ids.root(id);
    var policies = new LinkedHashMap<String, Policy>();
    for (var type : PolicyType.values()) {
      policies.put(type.fullAccess(), FullAccess.of(type));
    }
    var nodes =
        Map.of(
            root, new Node(root, Kind.ROOT, "Root", "", List.of()),
            account, new Node(account, Kind.ACCOUNT, "", root, List.of()));
    var email = Shown.email(account, true);
    var member = new Office.Member(email, visit.now(), false, null);
    return new Organization(id, account, root, nodes, policies, Office.EMPTY.with(account, member));
  }

  static Reply describe(Visit visit, Organization organization) {
    return Shown.output("Organization", Shown.organization(organization));
  }

  static Reply delete(Visit visit, Organization organization) {
    var others =
        organization.nodes().values().stream()
            .anyMatch(node ->
                node.kind() == Kind.ORGANIZATIONAL_UNIT
                    || (node.kind() == Kind.ACCOUNT
                        && !node.id().equals(organization.managementAccount())));
    if (others) {
      return OrganizationFacts.fault("OrganizationNotEmptyException");
    }
    Organizations.commit(visit, Organization.NONE);
    return new Reply.Output(Json.object());
  }

  /// What AWS has and this sandbox has not, by its name.
  static Reply.Fault notHere(String what) {
    return Faults.said("InvalidInputException", what + " is not part of this sandbox");
  }
}
