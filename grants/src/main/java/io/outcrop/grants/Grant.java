package io.outcrop.grants;

import java.util.List;

/// One action on one resource under conditions of one value each: the smallest thing that a
/// statement can allow.
///
/// @param conditions sorted
record Grant(Topic topic, String action, String resource, List<Condition> conditions) {
  Grant {
    conditions = List.copyOf(conditions);
  }

  static Grant of(RequiredAuthorization needed) {
    return new Grant(Topic.of(needed), needed.action(), needed.resource(), Narrowing.of(needed));
  }

  /// Whether this gives all that `other` gives, and more.
  boolean isWiderThan(Grant other) {
    return action.equals(other.action)
        && resource.equals(other.resource)
        && conditions.size() < other.conditions.size()
        && other.conditions.containsAll(conditions);
  }
}
