package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reading the tree of an organization.
final class Tree {
  private Tree() {}

  static void addTo(Map<String, Work> works) {
    works.put("ListRoots", Tree::roots);
    works.put("ListParents", Tree::parents);
    works.put("ListChildren", Tree::children);
    works.put("ListAccounts", Tree::accounts);
    works.put("ListAccountsForParent", Tree::accountsForParent);
    works.put("ListOrganizationalUnitsForParent", Tree::unitsForParent);
    works.put("DescribeAccount", Tree::account);
    works.put("DescribeOrganizationalUnit", Tree::unit);
  }

  private static Reply roots(Visit visit, Organization organization) {
    return Pages.reply(
        visit, "Roots", List.of(organization), Organization::root, found -> Shown.root(found));
  }

  private static Reply parents(Visit visit, Organization organization) {
    return organization
        .node(visit.required("ChildId"))
        .flatMap(child -> organization.node(child.parent()))
        .map(
            parent -> Pages.reply(visit, "Parents", List.of(parent), Node::id, node -> typed(node)))
        .orElseGet(() -> OrganizationFacts.fault("ChildNotFoundException"));
  }

  private static Json.Obj typed(Node node) {
    return Json.object().with("Id", Json.of(node.id())).with("Type", Json.of(node.kind().name()));
  }

  private static Reply children(Visit visit, Organization organization) {
    var parent = parent(organization, visit.required("ParentId"));
    if (parent.isEmpty()) {
      return OrganizationFacts.fault("ParentNotFoundException");
    }
    var type = visit.required("ChildType");
    var children =
        organization.children(parent.get().id()).stream()
            .filter(node -> node.kind().name().equals(type))
            .toList();
    return Pages.reply(visit, "Children", children, Node::id, Tree::typed);
  }

  private static Reply accounts(Visit visit, Organization organization) {
    var accounts =
        organization.nodes().values().stream().filter(node -> node.kind() == Kind.ACCOUNT).toList();
    return accounts(visit, organization, accounts);
  }

  private static Reply accountsForParent(Visit visit, Organization organization) {
    return parent(organization, visit.required("ParentId"))
        .map(parent -> accounts(visit, organization, children(organization, parent, Kind.ACCOUNT)))
        .orElseGet(() -> OrganizationFacts.fault("ParentNotFoundException"));
  }

  private static Reply accounts(Visit visit, Organization organization, List<Node> accounts) {
    return Pages.reply(
        visit, "Accounts", accounts, Node::id, node -> Shown.account(visit, organization, node));
  }

  private static Reply unitsForParent(Visit visit, Organization organization) {
    return parent(organization, visit.required("ParentId"))
        .map(parent ->
            Pages.reply(
                visit,
                "OrganizationalUnits",
                children(organization, parent, Kind.ORGANIZATIONAL_UNIT),
                Node::id,
                node -> Shown.unit(organization, node)))
        .orElseGet(() -> OrganizationFacts.fault("ParentNotFoundException"));
  }

  static List<Node> children(Organization organization, Node parent, Kind kind) {
    return organization.children(parent.id()).stream().filter(node -> node.kind() == kind).toList();
  }

  private static Reply account(Visit visit, Organization organization) {
    return account(organization, visit.required("AccountId"))
        .map(node -> Shown.output("Account", Shown.account(visit, organization, node)))
        .orElseGet(() -> OrganizationFacts.fault("AccountNotFoundException"));
  }

  private static Reply unit(Visit visit, Organization organization) {
    return unit(organization, visit.required("OrganizationalUnitId"))
        .map(node -> Shown.output("OrganizationalUnit", Shown.unit(organization, node)))
        .orElseGet(() -> OrganizationFacts.fault("OrganizationalUnitNotFoundException"));
  }

  static Optional<Node> account(Organization organization, String id) {
    return organization.node(id).filter(node -> node.kind() == Kind.ACCOUNT);
  }

  static Optional<Node> unit(Organization organization, String id) {
    return organization.node(id).filter(node -> node.kind() == Kind.ORGANIZATIONAL_UNIT);
  }

  /// A root or unit, under which others may stand.
  static Optional<Node> parent(Organization organization, String id) {
    return organization.node(id).filter(node -> node.kind() != Kind.ACCOUNT);
  }
}
