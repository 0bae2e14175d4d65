package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An organization: its root, units and accounts as one tree, and its service control policies.
///
/// @param id `o-…`; empty if there is none
/// @param managementAccount the account that service control policies do not reach
/// @param root the id of the root, `r-…`
/// @param nodes root, units and accounts by id
/// @param scps by id
public record Organization(
    String id,
    String managementAccount,
    String root,
    Map<String, Node> nodes,
    Map<String, Scp> scps) {
  /// No organization.
  public static final Organization NONE = new Organization("", "", "", Map.of(), Map.of());

  /// The id of the policy that every organization has.
  public static final String FULL_AWS_ACCESS = "p-FullAWSAccess";

  public Organization {
    nodes = Realm.ordered(nodes);
    scps = Realm.ordered(scps);
  }

  /// A place in the tree.
  ///
  /// @param id its id; an account's is the account id
  /// @param kind what it is
  /// @param name its name
  /// @param parent the id above; empty for the root
  /// @param scps ids of the policies attached to it
  public record Node(String id, Kind kind, String name, String parent, List<String> scps) {
    public Node {
      scps = List.copyOf(scps);
    }
  }

  /// What a place in the tree is, in the words of AWS Organizations.
  public enum Kind {
    ROOT,
    ORGANIZATIONAL_UNIT,
    ACCOUNT
  }

  /// A service control policy.
  public record Scp(String id, String name, Json.Obj document) {}

  /// Whether there is an organization.
  public boolean exists() {
    return !id.isEmpty();
  }

  /// Whether the account `account` belongs to it.
  public boolean contains(String account) {
    return nodes.containsKey(account);
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

  /// The ARN of a service control policy.
  public String arnOf(Scp scp) {
    return scp.id().equals(FULL_AWS_ACCESS)
        ? "arn:aws:organizations::aws:policy/service_control_policy/" + scp.id()
        : "arn:aws:organizations::%s:policy/%s/service_control_policy/%s"
            .formatted(managementAccount, id, scp.id());
  }
}
