package io.outcrop.iam.account;

import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;

/// A user, group or role as the details list it.
///
/// @param kind `user`, `group` or `role`
/// @param boundary the ARN of the permissions boundary; empty if there is none
/// @param groups the names of a user's groups
/// @param trust a role's trust policy; none for others
/// @param tags the tags of a user or role
record Entity(
    String kind,
    String name,
    String arn,
    String id,
    List<Held> inline,
    List<String> attached,
    String boundary,
    List<String> groups,
    List<Held> trust,
    Map<String, String> tags) {
  Entity {
    inline = List.copyOf(inline);
    attached = List.copyOf(attached);
    groups = List.copyOf(groups);
    trust = List.copyOf(trust);
    tags = Map.copyOf(tags);
  }

  /// A policy document where it stands.
  ///
  /// @param arn empty for one that has none
  /// @param document an object, or a string of JSON, percent-encoded or not
  record Held(String name, String arn, Json document, String pointer) {}

  /// The entity in words: `user alice`.
  String words() {
    return kind + " " + name;
  }
}
