package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.FullAccess;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The organization of a world, in its document. A place that says nothing of service control
/// policies has FullAWSAccess alone.
final class OrganizationSection {
  private final List<Problem> problems;
  private final Instant clock;

  OrganizationSection(List<Problem> problems, Instant clock) {
    this.problems = problems;
    this.clock = clock;
  }

  Organization read(Fields world) {
    var found = world.object("organization");
    if (found.isEmpty()) {
      return Organization.NONE;
    }
    var organization = found.get();
    var root = organization.text("root");
    var office = new OfficeSection(clock).read(organization);
    var nodes = new LinkedHashMap<String, Node>();
    var types = office.enabled();
    var atRoot = attached(organization, "rootScps", "rootRcps", types);
    nodes.put(root, new Node(root, Kind.ROOT, "Root", "", atRoot));
    organization
        .map("units", unit -> node(unit, Kind.ORGANIZATIONAL_UNIT, types))
        .forEach((id, node) -> nodes.put(id, withId(node, id)));
    organization
        .map("accounts", account -> node(account, Kind.ACCOUNT, types))
        .forEach((id, node) -> nodes.put(id, withId(node, id)));
    var policies = new LinkedHashMap<String, Policy>();
    for (var type : PolicyType.values()) {
      policies.put(type.fullAccess(), FullAccess.of(type));
    }
    policies(organization, "scps", PolicyType.SERVICE_CONTROL_POLICY, PolicyKind.SCP, policies);
    policies(organization, "rcps", PolicyType.RESOURCE_CONTROL_POLICY, PolicyKind.RCP, policies);
    var result =
        new Organization(
            organization.text("id"),
            organization.text("managementAccount"),
            root,
            nodes,
            policies,
            office);
    organization.finish();
    return result;
  }

  private void policies(
      Fields organization,
      String name,
      PolicyType type,
      PolicyKind kind,
      Map<String, Policy> into) {
    organization
        .map(
            name,
            policy -> {
              var document = Values.policy(policy, "document", kind, problems);
              return new Policy(
                  "",
                  type,
                  policy.text("name"),
                  policy.optionalText("description").orElse(""),
                  document,
                  Values.written(policy.optionalText("written").orElse(""), document));
            })
        .forEach((id, policy) ->
            into.put(
                id,
                new Policy(
                    id,
                    type,
                    policy.name(),
                    policy.description(),
                    policy.document(),
                    policy.written())));
  }

  private static Node node(Fields fields, Kind kind, Set<PolicyType> types) {
    return new Node(
        "",
        kind,
        fields.optionalText("name").orElse(""),
        fields.text("parent"),
        attached(fields, "scps", "rcps", types));
  }

  private static Node withId(Node node, String id) {
    return new Node(id, node.kind(), node.name(), node.parent(), node.policies());
  }

  private static List<String> attached(
      Fields fields, String scps, String rcps, Set<PolicyType> types) {
    var attached =
        new ArrayList<>(attached(fields, scps, PolicyType.SERVICE_CONTROL_POLICY, types));
    attached.addAll(attached(fields, rcps, PolicyType.RESOURCE_CONTROL_POLICY, types));
    return attached;
  }

  private static List<String> attached(
      Fields fields, String name, PolicyType type, Set<PolicyType> types) {
    if (fields.has(name)) {
      return fields.texts(name);
    }
    return types.contains(type) ? List.of(type.fullAccess()) : List.of();
  }

  static @Nullable Json write(Organization organization) {
    if (!organization.exists()) {
      return null;
    }
    var root = organization.node(organization.root());
    return OfficeSection.with(
        members(
            "id", Json.of(organization.id()),
            "managementAccount", Json.of(organization.managementAccount()),
            "root", Json.of(organization.root()),
            "rootScps",
                root.map(node -> attached(organization, node, PolicyType.SERVICE_CONTROL_POLICY))
                    .orElse(null),
            "rootRcps", root.map(node -> rcps(organization, node)).orElse(null),
            "units", nodes(organization, Kind.ORGANIZATIONAL_UNIT),
            "accounts", nodes(organization, Kind.ACCOUNT),
            "scps", policies(organization, PolicyType.SERVICE_CONTROL_POLICY),
            "rcps", some(policies(organization, PolicyType.RESOURCE_CONTROL_POLICY))),
        organization.office());
  }

  private static Json.Obj nodes(Organization organization, Kind kind) {
    var nodes = new LinkedHashMap<String, Json>();
    for (var node : organization.nodes().values()) {
      if (node.kind() == kind) {
        nodes.put(
            node.id(),
            members(
                "name", text(node.name()),
                "parent", Json.of(node.parent()),
                "scps", attached(organization, node, PolicyType.SERVICE_CONTROL_POLICY),
                "rcps", rcps(organization, node)));
      }
    }
    return Json.object(nodes);
  }

  private static @Nullable Json rcps(Organization organization, Node node) {
    return SessionSection.texts(ids(organization, node, PolicyType.RESOURCE_CONTROL_POLICY));
  }

  private static Json attached(Organization organization, Node node, PolicyType type) {
    return Json.ofTexts(ids(organization, node, type));
  }

  private static List<String> ids(Organization organization, Node node, PolicyType type) {
    return organization.attached(node, type).stream().map(Policy::id).toList();
  }

  private static Json.Obj policies(Organization organization, PolicyType type) {
    var own = new LinkedHashMap<String, Policy>();
    for (var policy : organization.policies().values()) {
      if (policy.type() == type && !policy.isAwsManaged()) {
        own.put(policy.id(), policy);
      }
    }
    return map(
        own,
        policy ->
            members(
                "name", Json.of(policy.name()),
                "description", text(policy.description()),
                "document", policy.document(),
                "written", text(policy.written())));
  }

  private static @Nullable Json some(Json.Obj object) {
    return object.members().isEmpty() ? null : object;
  }
}
