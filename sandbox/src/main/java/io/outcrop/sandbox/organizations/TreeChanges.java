package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// Changing the tree of an organization: its units, and where its accounts stand.
final class TreeChanges {
  private TreeChanges() {}

  static void addTo(Map<String, Work> works) {
    works.put("CreateOrganizationalUnit", TreeChanges::create);
    works.put("UpdateOrganizationalUnit", TreeChanges::rename);
    works.put("DeleteOrganizationalUnit", TreeChanges::delete);
    works.put("MoveAccount", TreeChanges::move);
  }

  private static Reply create(Visit visit, Organization organization) {
    var parent = Tree.parent(organization, visit.required("ParentId"));
    if (parent.isEmpty()) {
      return OrganizationFacts.fault("ParentNotFoundException");
    }
    var name = visit.required("Name");
    if (isTaken(organization, parent.get(), name)) {
      return OrganizationFacts.fault("DuplicateOrganizationalUnitException");
    }
    if (organization.path(parent.get().id()).size() > OrganizationFacts.limit("unitDepth")) {
      return OrganizationFacts.violated("OU_DEPTH_LIMIT_EXCEEDED");
    }
    var id =
        Ids.unit(
            organization.root(),
            parent.get().id() + "/" + name,
            taken -> organization.nodes().containsKey(taken));
    var unit =
        new Node(id, Kind.ORGANIZATIONAL_UNIT, name, parent.get().id(), fullAccess(organization));
    var office = organization.office().withTags(id, Tags.requested(visit));
    Organizations.commit(visit, organization.with(unit).with(office));
    return Shown.output("OrganizationalUnit", Shown.unit(organization, unit));
  }

  /// What is attached to a new place: full access by every type of policy in force.
  static List<String> fullAccess(Organization organization) {
    return organization.enabled().stream().sorted().map(PolicyType::fullAccess).toList();
  }

  private static boolean isTaken(Organization organization, Node parent, String name) {
    return Tree.children(organization, parent, Kind.ORGANIZATIONAL_UNIT).stream()
        .anyMatch(node -> node.name().equals(name));
  }

  private static Reply rename(Visit visit, Organization organization) {
    var unit = Tree.unit(organization, visit.required("OrganizationalUnitId"));
    if (unit.isEmpty()) {
      return OrganizationFacts.fault("OrganizationalUnitNotFoundException");
    }
    var name = visit.text("Name").orElse(unit.get().name());
    var parent = organization.node(unit.get().parent()).orElseThrow();
    if (!name.equals(unit.get().name()) && isTaken(organization, parent, name)) {
      return OrganizationFacts.fault("DuplicateOrganizationalUnitException");
    }
    var renamed = unit.get().named(name);
    Organizations.commit(visit, organization.with(renamed));
    return Shown.output("OrganizationalUnit", Shown.unit(organization, renamed));
  }

  private static Reply delete(Visit visit, Organization organization) {
    var unit = Tree.unit(organization, visit.required("OrganizationalUnitId"));
    if (unit.isEmpty()) {
      return OrganizationFacts.fault("OrganizationalUnitNotFoundException");
    }
    var id = unit.get().id();
    if (!organization.children(id).isEmpty()) {
      return OrganizationFacts.fault("OrganizationalUnitNotEmptyException");
    }
    var office = organization.office().withTags(id, Map.of());
    Organizations.commit(visit, organization.withoutNode(id).with(office));
    return new Reply.Output(Json.object());
  }

  /// An account that is not where the call says counts as one that is not there: so AWS answered
  /// whoever moved an account twice, as users report.
  private static Reply move(Visit visit, Organization organization) {
    var source = visit.required("SourceParentId");
    var account = Tree.account(organization, visit.required("AccountId"));
    if (account.isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    if (Tree.parent(organization, source).isEmpty()) {
      return OrganizationFacts.fault("SourceParentNotFoundException");
    }
    if (!account.get().parent().equals(source)) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    var destination = Tree.parent(organization, visit.required("DestinationParentId"));
    if (destination.isEmpty()) {
      return OrganizationFacts.fault("DestinationParentNotFoundException");
    }
    if (destination.get().id().equals(source)) {
      return OrganizationFacts.fault("DuplicateAccountException");
    }
    Organizations.commit(visit, organization.with(account.get().under(destination.get().id())));
    return new Reply.Output(Json.object());
  }
}
