package io.outcrop.iam.reference;

import java.util.List;

/// An action as the service authorization reference lists it.
///
/// @param service its prefix: `bedrock`
/// @param name as AWS writes it: `InvokeModel`
/// @param access what it can do
/// @param types the resource types it can be narrowed to; none if it knows no resource but `*`
/// @param keys the condition keys that a request for it may bring, global keys aside
public record Action(
    String service, String name, Access access, List<ResourceType> types, List<ConditionKey> keys) {
  public Action {
    types = List.copyOf(types);
    keys = List.copyOf(keys);
  }

  /// What an action can do.
  public enum Access {
    LIST,
    READ,
    WRITE,
    TAGGING,
    PERMISSIONS
  }

  /// As a policy writes it: `bedrock:InvokeModel`.
  public String id() {
    return service + ":" + name;
  }

  /// Whether a request for it may bring `key`, a global key aside. A tag key is known by its
  /// pattern.
  public boolean knows(String key) {
    return keys.stream().anyMatch(known -> known.covers(key))
        || types.stream()
            .flatMap(type -> type.keys().stream())
            .anyMatch(known -> known.covers(key));
  }
}
