package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The reading operations of AWS Organizations. All but DescribeOrganization are for the management
/// account alone (there are no delegated administrators here). Lists come in one page.
public final class Organizations {
  private static final String SCP = "SERVICE_CONTROL_POLICY";

  private Organizations() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    var operations = new LinkedHashMap<String, Operation>();
    add(operations, "DescribeOrganization", Organizations::describe);
    add(operations, "ListRoots", Organizations::roots);
    add(operations, "ListParents", Organizations::parents);
    add(operations, "ListAccounts", Organizations::accounts);
    add(operations, "ListAccountsForParent", Organizations::accountsForParent);
    add(operations, "ListOrganizationalUnitsForParent", Organizations::unitsForParent);
    add(operations, "DescribeAccount", Organizations::account);
    add(operations, "DescribeOrganizationalUnit", Organizations::unit);
    add(operations, "ListPolicies", Organizations::policies);
    add(operations, "ListPoliciesForTarget", Organizations::policiesForTarget);
    add(operations, "DescribePolicy", Organizations::policy);
    add(operations, "ListTargetsForPolicy", Organizations::targets);
    return Map.copyOf(operations);
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, Organization organization);
  }

  private static void add(Map<String, Operation> operations, String name, Work work) {
    operations.put(
        name,
        visit -> {
          var denied = visit.denied(Guard.Wish.of("organizations:" + name, "*"));
          if (denied.isPresent()) {
            return denied.get();
          }
          var organization = visit.realm().organization();
          if (!organization.contains(visit.account().id())) {
            return Faults.said(
                "AWSOrganizationsNotInUseException",
                "Your account is not a member of an organization.");
          }
          var isManagement = organization.managementAccount().equals(visit.account().id());
          return isManagement || name.equals("DescribeOrganization")
              ? work.answer(visit, organization)
              : Faults.said(
                  "AccessDeniedException", "You don't have permissions to access this resource.");
        });
  }

  private static Reply describe(Visit visit, Organization organization) {
    var management = organization.managementAccount();
    return output(
        "Organization",
        Json.object()
            .with("Id", Json.of(organization.id()))
            .with(
                "Arn",
                Json.of(
                    "arn:aws:organizations::%s:organization/%s"
                        .formatted(management, organization.id())))
            .with("FeatureSet", Json.of("ALL"))
            .with("MasterAccountArn", Json.of(accountArn(organization, management)))
            .with("MasterAccountId", Json.of(management))
            .with("MasterAccountEmail", Json.of("management@example.com"))
            .with("AvailablePolicyTypes", Json.array(List.of(policyType()))));
  }

  private static Json.Obj policyType() {
    return Json.object().with("Type", Json.of(SCP)).with("Status", Json.of("ENABLED"));
  }

  private static String accountArn(Organization organization, String account) {
    return "arn:aws:organizations::%s:account/%s/%s"
        .formatted(organization.managementAccount(), organization.id(), account);
  }

  private static Reply roots(Visit visit, Organization organization) {
    var root = organization.root();
    return output(
        "Roots",
        Json.array(
            List.of(
                Json.object()
                    .with("Id", Json.of(root))
                    .with(
                        "Arn",
                        Json.of(
                            "arn:aws:organizations::%s:root/%s/%s"
                                .formatted(
                                    organization.managementAccount(), organization.id(), root)))
                    .with("Name", Json.of("Root"))
                    .with("PolicyTypes", Json.array(List.of(policyType()))))));
  }

  private static Reply parents(Visit visit, Organization organization) {
    return organization
        .node(visit.required("ChildId"))
        .flatMap(child -> organization.node(child.parent()))
        .map(parent ->
            output(
                "Parents",
                Json.array(
                    List.of(
                        Json.object()
                            .with("Id", Json.of(parent.id()))
                            .with("Type", Json.of(parent.kind().name()))))))
        .orElseGet(() ->
            Faults.said(
                "ChildNotFoundException",
                "You specified an organizational unit (OU) or account that doesn't exist."));
  }

  private static Reply accounts(Visit visit, Organization organization) {
    return output("Accounts", accounts(visit, organization, ""));
  }

  private static Reply accountsForParent(Visit visit, Organization organization) {
    return output("Accounts", accounts(visit, organization, visit.required("ParentId")));
  }

  private static Json accounts(Visit visit, Organization organization, String parent) {
    return Json.array(
        organization.nodes().values().stream()
            .filter(node -> node.kind() == Organization.Kind.ACCOUNT)
            .filter(node -> parent.isEmpty() || node.parent().equals(parent))
            .map(node -> shown(visit, organization, node))
            .toList());
  }

  private static Json.Obj shown(Visit visit, Organization organization, Organization.Node node) {
    var name =
        visit.realm().account(node.id()).map(account -> account.name()).filter(n -> !n.isEmpty());
    return Json.object()
        .with("Id", Json.of(node.id()))
        .with("Arn", Json.of(accountArn(organization, node.id())))
        .with("Email", Json.of("account-" + node.id() + "@example.com"))
        .with("Name", Json.of(name.orElse(node.id())))
        .with("Status", Json.of("ACTIVE"))
        .with("JoinedMethod", Json.of("CREATED"));
  }

  private static Reply unitsForParent(Visit visit, Organization organization) {
    var parent = visit.required("ParentId");
    return output(
        "OrganizationalUnits",
        Json.array(
            organization.nodes().values().stream()
                .filter(node -> node.kind() == Organization.Kind.ORGANIZATIONAL_UNIT)
                .filter(node -> node.parent().equals(parent))
                .map(node -> shown(organization, node))
                .toList()));
  }

  private static Json.Obj shown(Organization organization, Organization.Node unit) {
    return Json.object()
        .with("Id", Json.of(unit.id()))
        .with(
            "Arn",
            Json.of(
                "arn:aws:organizations::%s:ou/%s/%s"
                    .formatted(organization.managementAccount(), organization.id(), unit.id())))
        .with("Name", Json.of(unit.name()));
  }

  private static Reply account(Visit visit, Organization organization) {
    return organization
        .node(visit.required("AccountId"))
        .filter(node -> node.kind() == Organization.Kind.ACCOUNT)
        .map(node -> output("Account", shown(visit, organization, node)))
        .orElseGet(() ->
            Faults.said(
                "AccountNotFoundException", "You specified an account that doesn't exist."));
  }

  private static Reply unit(Visit visit, Organization organization) {
    return organization
        .node(visit.required("OrganizationalUnitId"))
        .filter(node -> node.kind() == Organization.Kind.ORGANIZATIONAL_UNIT)
        .map(node -> output("OrganizationalUnit", shown(organization, node)))
        .orElseGet(() ->
            Faults.said(
                "OrganizationalUnitNotFoundException",
                "You specified an organizational unit that doesn't exist."));
  }

  private static Reply policies(Visit visit, Organization organization) {
    var policies = new ArrayList<Json>();
    if (visit.required("Filter").equals(SCP)) {
      organization.scps().values().forEach(scp -> policies.add(summary(organization, scp)));
    }
    return output("Policies", Json.array(policies));
  }

  private static Reply policiesForTarget(Visit visit, Organization organization) {
    var target = organization.node(visit.required("TargetId"));
    if (target.isEmpty()) {
      return Faults.said("TargetNotFoundException", "You specified a target that doesn't exist.");
    }
    var policies = new ArrayList<Json>();
    if (visit.required("Filter").equals(SCP)) {
      for (var id : target.get().scps()) {
        var scp = organization.scps().get(id);
        if (scp != null) {
          policies.add(summary(organization, scp));
        }
      }
    }
    return output("Policies", Json.array(policies));
  }

  private static Json.Obj summary(Organization organization, Organization.Scp scp) {
    return Json.object()
        .with("Id", Json.of(scp.id()))
        .with("Arn", Json.of(organization.arnOf(scp)))
        .with("Name", Json.of(scp.name()))
        .with("Description", Json.of(""))
        .with("Type", Json.of(SCP))
        .with("AwsManaged", Json.of(scp.id().equals(Organization.FULL_AWS_ACCESS)));
  }

  private static Reply policy(Visit visit, Organization organization) {
    var scp = organization.scps().get(visit.required("PolicyId"));
    return scp == null
        ? noPolicy()
        : output(
            "Policy",
            Json.object()
                .with("PolicySummary", summary(organization, scp))
                .with("Content", Json.of(JsonWriter.compact(scp.document()))));
  }

  private static Reply targets(Visit visit, Organization organization) {
    var id = visit.required("PolicyId");
    if (!organization.scps().containsKey(id)) {
      return noPolicy();
    }
    return output(
        "Targets",
        Json.array(
            organization.nodes().values().stream()
                .filter(node -> node.scps().contains(id))
                .map(node ->
                    Json.object()
                        .with("TargetId", Json.of(node.id()))
                        .with("Name", Json.of(node.name()))
                        .with("Type", Json.of(node.kind().name())))
                .toList()));
  }

  private static Reply noPolicy() {
    return Faults.said("PolicyNotFoundException", "You specified a policy that doesn't exist.");
  }

  private static Reply output(String name, Json value) {
    return new Reply.Output(Json.object().with(name, value));
  }
}
