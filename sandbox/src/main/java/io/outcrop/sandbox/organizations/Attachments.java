package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.Map;

/// Which policies are attached where, and which types of policies are in force.
final class Attachments {
  private Attachments() {}

  static void addTo(Map<String, Work> works) {
    works.put("AttachPolicy", Attachments::attach);
    works.put("DetachPolicy", Attachments::detach);
    works.put("ListPoliciesForTarget", Attachments::ofTarget);
    works.put("ListTargetsForPolicy", Attachments::ofPolicy);
    works.put("EnablePolicyType", Attachments::enable);
    works.put("DisablePolicyType", Attachments::disable);
  }

  private static Reply attach(Visit visit, Organization organization) {
    var policy = organization.policies().get(visit.required("PolicyId"));
    if (policy == null) {
      return OrganizationFacts.fault("PolicyNotFoundException");
    }
    var target = organization.node(visit.required("TargetId"));
    if (target.isEmpty()) {
      return OrganizationFacts.fault("TargetNotFoundException");
    }
    if (!organization.enabled().contains(policy.type())) {
      return OrganizationFacts.fault("PolicyTypeNotEnabledException");
    }
    var attached = target.get().policies();
    if (attached.contains(policy.id())) {
      return OrganizationFacts.fault("DuplicatePolicyAttachmentException");
    }
    if (organization.attached(target.get(), policy.type()).size()
        >= OrganizationFacts.limit("attachedPolicies")) {
      return OrganizationFacts.violated("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    }
    var changed = new ArrayList<>(attached);
    changed.add(policy.id());
    Organizations.commit(visit, organization.with(target.get().with(changed)));
    return new Reply.Output(Json.object());
  }

  /// The last service control policy stays, and so does the policy that every resource control
  /// policy narrows. Source: AWS Organizations User Guide, "Detaching organization policies".
  private static Reply detach(Visit visit, Organization organization) {
    var policy = organization.policies().get(visit.required("PolicyId"));
    if (policy == null) {
      return OrganizationFacts.fault("PolicyNotFoundException");
    }
    var target = organization.node(visit.required("TargetId"));
    if (target.isEmpty()) {
      return OrganizationFacts.fault("TargetNotFoundException");
    }
    if (!target.get().policies().contains(policy.id())) {
      return OrganizationFacts.fault("PolicyNotAttachedException");
    }
    var isNeeded =
        switch (policy.type()) {
          case SERVICE_CONTROL_POLICY ->
              organization.attached(target.get(), policy.type()).size() == 1;
          case RESOURCE_CONTROL_POLICY -> policy.isAwsManaged();
        };
    if (isNeeded) {
      return OrganizationFacts.violated("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    }
    var changed = new ArrayList<>(target.get().policies());
    changed.remove(policy.id());
    Organizations.commit(visit, organization.with(target.get().with(changed)));
    return new Reply.Output(Json.object());
  }

  private static Reply ofTarget(Visit visit, Organization organization) {
    var target = organization.node(visit.required("TargetId"));
    if (target.isEmpty()) {
      return OrganizationFacts.fault("TargetNotFoundException");
    }
    var attached =
        Policies.type(visit.required("Filter"))
            .map(type -> organization.attached(target.get(), type))
            .orElseGet(ArrayList::new);
    return Pages.reply(
        visit, "Policies", attached, Policy::id, policy -> Shown.summary(organization, policy));
  }

  private static Reply ofPolicy(Visit visit, Organization organization) {
    var id = visit.required("PolicyId");
    if (!organization.policies().containsKey(id)) {
      return OrganizationFacts.fault("PolicyNotFoundException");
    }
    var targets =
        organization.nodes().values().stream()
            .filter(node -> node.policies().contains(id))
            .toList();
    return Pages.reply(
        visit, "Targets", targets, Node::id, node -> target(visit, organization, node));
  }

  private static Json.Obj target(Visit visit, Organization organization, Node node) {
    return Json.object()
        .with("TargetId", Json.of(node.id()))
        .with("Arn", Json.of(organization.arnOf(node)))
        .with("Name", Json.of(Shown.name(visit, node)))
        .with("Type", Json.of(node.kind().name()));
  }

  private static Reply enable(Visit visit, Organization organization) {
    return turn(visit, organization, true);
  }

  private static Reply disable(Visit visit, Organization organization) {
    return turn(visit, organization, false);
  }

  private static Reply turn(Visit visit, Organization organization, boolean on) {
    if (!visit.required("RootId").equals(organization.root())) {
      return OrganizationFacts.fault("RootNotFoundException");
    }
    var type = Policies.type(visit.required("PolicyType"));
    if (type.isEmpty()) {
      return Policies.otherType(visit.required("PolicyType"));
    }
    if (organization.enabled().contains(type.get()) == on) {
      return OrganizationFacts.fault(
          on ? "PolicyTypeAlreadyEnabledException" : "PolicyTypeNotEnabledException");
    }
    var changed = organization.with(organization.office().with(type.get(), on));
    for (var node : organization.nodes().values()) {
      changed = changed.with(turned(organization, node, type.get(), on));
    }
    Organizations.commit(visit, changed);
    return Shown.output("Root", Shown.root(changed));
  }

  /// A type that comes into force is attached everywhere with full access; one that goes leaves
  /// nothing attached.
  private static Node turned(Organization organization, Node node, PolicyType type, boolean on) {
    var policies = new ArrayList<>(node.policies());
    organization.attached(node, type).forEach(policy -> policies.remove(policy.id()));
    if (on) {
      policies.add(type.fullAccess());
    }
    return node.with(policies);
  }
}
