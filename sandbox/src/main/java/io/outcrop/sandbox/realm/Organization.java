package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An organization: its root, units and accounts as one tree, and its policies.
///
/// @param id `o-…`; empty if there is none
/// @param managementAccount the account that policies of the organization do not reach
/// @param root the id of the root, `r-…`
/// @param nodes root, units and accounts by id
/// @param policies by id
/// @param office what else it keeps
public record Organization(
    String id,
    String managementAccount,
    String root,
    Map<String, Node> nodes,
    Map<String, Policy> policies,
    Office office) {
  /// No organization.
  public static final Organization NONE =
      new Organization("", "", "", Map.of(), Map.of(), Office.EMPTY);

  public Organization {
    nodes = Realm.ordered(nodes);
    policies = Realm.ordered(policies);
  }

  /// A place in the tree.
  ///
  /// @param id its id; an account's is the account id
  /// @param kind what it is
  /// @param name its name
  /// @param parent the id above; empty for the root
  /// @param policies ids of the policies attached to it, of all types
  public record Node(String id, Kind kind, String name, String parent, List<String> policies) {
    public Node {
      policies = List.copyOf(policies);
    }

    /// The same in another place.
    public Node under(String changed) {
      return new Node(id, kind, name, changed, policies);
    }

    /// The same under another name.
    public Node named(String changed) {
      return new Node(id, kind, changed, parent, policies);
    }

    /// The same with these policies attached.
    public Node with(List<String> changed) {
      return new Node(id, kind, name, parent, changed);
    }
  }

  /// What a place in the tree is, in the words of AWS Organizations.
  public enum Kind {
    ROOT,
    ORGANIZATIONAL_UNIT,
    ACCOUNT
  }

  /// The types of policies that IAM enforces, in the words of AWS Organizations.
  public enum PolicyType {
    SERVICE_CONTROL_POLICY("p-FullAWSAccess", "FullAWSAccess"),
    RESOURCE_CONTROL_POLICY("p-RCPFullAWSAccess", "RCPFullAWSAccess");

    private final String fullAccess;
    private final String fullAccessName;

    PolicyType(String fullAccess, String fullAccessName) {
      this.fullAccess = fullAccess;
      this.fullAccessName = fullAccessName;
    }

    /// The id of the policy of this type that every organization has.
    public String fullAccess() {
      return fullAccess;
    }

    /// Its name.
    public String fullAccessName() {
      return fullAccessName;
    }

    /// How it stands in ARNs: `service_control_policy`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A policy of the organization.
  ///
  /// @param written what was kept of its text ([PolicyText])
  public record Policy(
      String id,
      PolicyType type,
      String name,
      String description,
      Json.Obj document,
      String written) {
    /// A policy of whose text nothing was kept.
    public Policy(String id, PolicyType type, String name, String description, Json.Obj document) {
      this(id, type, name, description, document, "");
    }

    /// As it was written.
    public String text() {
      return PolicyText.of(document, written);
    }

    /// Whether AWS maintains it.
    public boolean isAwsManaged() {
      return id.equals(type.fullAccess());
    }
  }

  /// Whether there is an organization.
  public boolean exists() {
    return !id.isEmpty();
  }

  /// Whether the account `account` belongs to it.
  public boolean contains(String account) {
    return nodes.containsKey(account);
  }

  /// The types of policies that are in force.
  public Set<PolicyType> enabled() {
    return office.enabled();
  }

  /// The way from the root down to `id`, both included; empty if it is not there.
  public List<Node> path(String id) {
    var path = new ArrayList<Node>();
    for (var node = nodes.get(id);
        node != null && path.size() <= nodes.size();
        node = nodes.get(node.parent())) {
      path.addFirst(node);
    }
    return List.copyOf(path);
  }

  /// The place `id`.
  public Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /// The places right under `parent`.
  public List<Node> children(String parent) {
    return nodes.values().stream().filter(node -> node.parent().equals(parent)).toList();
  }

  /// The policies of one type that are attached to `node`.
  public List<Policy> attached(Node node, PolicyType type) {
    var attached = new ArrayList<Policy>();
    for (var policy : node.policies()) {
      var found = policies.get(policy);
      if (found != null && found.type() == type) {
        attached.add(found);
      }
    }
    return attached;
  }

  /// The ARN of a policy.
  public String arnOf(Policy policy) {
    return policy.isAwsManaged()
        ? "arn:aws:organizations::aws:policy/%s/%s".formatted(policy.type().word(), policy.id())
        : arn("policy/%s/%s/%s".formatted(id, policy.type().word(), policy.id()));
  }

  /// The ARN of a place in the tree.
  public String arnOf(Node node) {
    var kind =
        switch (node.kind()) {
          case ROOT -> "root";
          case ORGANIZATIONAL_UNIT -> "ou";
          case ACCOUNT -> "account";
        };
    return arn(kind + "/" + id + "/" + node.id());
  }

  /// The ARN of the organization itself.
  public String arn() {
    return arn("organization/" + id);
  }

  private String arn(String resource) {
    return "arn:aws:organizations::" + managementAccount + ":" + resource;
  }

  /// The same with `node` added, or in place of the one of its id.
  public Organization with(Node node) {
    var changed = new LinkedHashMap<>(nodes);
    changed.put(node.id(), node);
    return new Organization(id, managementAccount, root, changed, policies, office);
  }

  /// The same without the place `node`.
  public Organization withoutNode(String node) {
    var changed = new LinkedHashMap<>(nodes);
    changed.remove(node);
    return new Organization(id, managementAccount, root, changed, policies, office);
  }

  /// The same with `policy` added, or in place of the one of its id.
  public Organization with(Policy policy) {
    var changed = new LinkedHashMap<>(policies);
    changed.put(policy.id(), policy);
    return new Organization(id, managementAccount, root, nodes, changed, office);
  }

  /// The same without the policy `policy`.
  public Organization withoutPolicy(String policy) {
    var changed = new LinkedHashMap<>(policies);
    changed.remove(policy);
    return new Organization(id, managementAccount, root, nodes, changed, office);
  }

  /// The same with another office.
  public Organization with(Office changed) {
    return new Organization(id, managementAccount, root, nodes, policies, changed);
  }
}
