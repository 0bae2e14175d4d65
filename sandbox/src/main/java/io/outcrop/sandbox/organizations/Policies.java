package io.outcrop.sandbox.organizations;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import io.outcrop.sandbox.realm.PolicyText;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The policies of an organization that IAM enforces.
final class Policies {
  private Policies() {}

  static void addTo(Map<String, Work> works) {
    works.put("CreatePolicy", Policies::create);
    works.put("UpdatePolicy", Policies::update);
    works.put("DeletePolicy", Policies::delete);
    works.put("DescribePolicy", Policies::describe);
    works.put("ListPolicies", Policies::list);
    works.put("DescribeEffectivePolicy", Policies::effective);
  }

  /// The type of policies that this name means, if IAM enforces such.
  static Optional<PolicyType> type(String name) {
    return Stream.of(PolicyType.values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /// What is said to the name of another type of policies.
  static Reply.Fault otherType(String name) {
    return Founding.notHere("policy type `" + name + "`");
  }

  private static Reply create(Visit visit, Organization organization) {
    var type = type(visit.required("Type"));
    if (type.isEmpty()) {
      return otherType(visit.required("Type"));
    }
    var name = visit.required("Name");
    if (isTaken(organization, type.get(), name)) {
      return OrganizationFacts.fault("DuplicatePolicyException");
    }
    return switch (read(visit, type.get())) {
      case Content.Refused(Reply.Fault fault) -> fault;
      case Content.Read(Json.Obj document, String written) -> {
        var id =
            Ids.policy(
                organization.id() + "/" + type.get() + "/" + name,
                taken -> organization.policies().containsKey(taken));
        var description = visit.required("Description");
        var policy = new Policy(id, type.get(), name, description, document, written);
        yield stored(visit, organization, policy, Tags.requested(visit));
      }
    };
  }

  private static Reply stored(
      Visit visit, Organization organization, Policy policy, Map<String, String> tags) {
    Organizations.commit(
        visit, organization.with(policy).with(organization.office().withTags(policy.id(), tags)));
    return shown(organization, policy);
  }

  private static boolean isTaken(Organization organization, PolicyType type, String name) {
    return organization.policies().values().stream()
        .anyMatch(policy -> policy.type() == type && policy.name().equals(name));
  }

  private sealed interface Content {
    record Read(Json.Obj document, String written) implements Content {}

    record Refused(Reply.Fault fault) implements Content {}
  }

  private static Content read(Visit visit, PolicyType type) {
    var text = visit.required("Content");
    if (text.length() > OrganizationFacts.limit("policySize")) {
      return new Content.Refused(OrganizationFacts.violated("POLICY_CONTENT_LIMIT_EXCEEDED"));
    }
    var kind =
        switch (type) {
          case SERVICE_CONTROL_POLICY -> PolicyKind.SCP;
          case RESOURCE_CONTROL_POLICY -> PolicyKind.RCP;
        };
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj document)
            && PolicyParser.parse(document, kind) instanceof PolicyParsing.Parsed
            && !(kind == PolicyKind.RCP && namesNotAction(document))
        ? new Content.Read(document, PolicyText.kept(text, document))
        : new Content.Refused(OrganizationFacts.fault("MalformedPolicyDocumentException"));
  }

  /// Resource control policies have no `NotAction`. Source: AWS Organizations User Guide, "RCP
  /// syntax", elements summary, read 2026-11.
  private static boolean namesNotAction(Json.Obj document) {
    return switch (document.get("Statement").orElse(Json.ofNull())) {
      case Json.Arr(var statements, _) ->
          statements.stream()
              .anyMatch(one -> one instanceof Json.Obj it && it.get("NotAction").isPresent());
      case Json.Obj statement -> statement.get("NotAction").isPresent();
      case Json _ -> false;
    };
  }

  private static Reply update(Visit visit, Organization organization) {
    var found = organization.policies().get(visit.required("PolicyId"));
    if (found == null) {
      return OrganizationFacts.fault("PolicyNotFoundException");
    }
    if (found.isAwsManaged()) {
      return OrganizationFacts.fault("AccessDeniedException");
    }
    var name = visit.text("Name").orElse(found.name());
    if (!name.equals(found.name()) && isTaken(organization, found.type(), name)) {
      return OrganizationFacts.fault("DuplicatePolicyException");
    }
    var description = visit.text("Description").orElse(found.description());
    var content =
        visit.text("Content").isPresent()
            ? read(visit, found.type())
            : new Content.Read(found.document(), found.written());
    return switch (content) {
      case Content.Refused(Reply.Fault fault) -> fault;
      case Content.Read(Json.Obj document, String written) -> {
        var policy = new Policy(found.id(), found.type(), name, description, document, written);
        Organizations.commit(visit, organization.with(policy));
        yield shown(organization, policy);
      }
    };
  }

  private static Reply delete(Visit visit, Organization organization) {
    var found = organization.policies().get(visit.required("PolicyId"));
    if (found == null) {
      return OrganizationFacts.fault("PolicyNotFoundException");
    }
    if (found.isAwsManaged()) {
      return OrganizationFacts.fault("AccessDeniedException");
    }
    if (organization.nodes().values().stream()
        .anyMatch(node -> node.policies().contains(found.id()))) {
      return OrganizationFacts.fault("PolicyInUseException");
    }
    Organizations.commit(
        visit,
        organization
            .withoutPolicy(found.id())
            .with(organization.office().withTags(found.id(), Map.of())));
    return new Reply.Output(Json.object());
  }

  private static Reply describe(Visit visit, Organization organization) {
    var policy = organization.policies().get(visit.required("PolicyId"));
    return policy == null
        ? OrganizationFacts.fault("PolicyNotFoundException")
        : shown(organization, policy);
  }

  private static Reply shown(Organization organization, Policy policy) {
    return Shown.output(
        "Policy",
        Json.object()
            .with("PolicySummary", Shown.summary(organization, policy))
            .with("Content", Json.of(policy.text())));
  }

  private static Reply list(Visit visit, Organization organization) {
    var filter = visit.required("Filter");
    var policies =
        organization.policies().values().stream()
            .filter(policy -> policy.type().name().equals(filter))
            .toList();
    return Pages.reply(
        visit, "Policies", policies, Policy::id, policy -> Shown.summary(organization, policy));
  }

  /// There are effective policies of management types alone, and none of these is in force here.
  private static Reply effective(Visit visit, Organization organization) {
    return OrganizationFacts.fault("EffectivePolicyNotFoundException");
  }
}
