package io.outcrop.grants;

import java.util.List;

/// One action on one resource under conditions, to be written into a policy.
///
/// @param purpose what a statement that holds it is for, in words
record Grant(
    Part part, String action, String resource, List<Condition> conditions, String purpose) {
  Grant {
    conditions = conditions.stream().sorted().toList();
  }

  /// Whether this gives all that `other` gives.
  boolean covers(Grant other) {
    return action.equals(other.action)
        && resource.equals(other.resource)
        && other.conditions.containsAll(conditions);
  }

  /// The parts of a policy, in the order in which they are written. Grants of different parts never
  /// share a statement.
  enum Part {
    BEARER_TOKEN("BearerToken"),
    PROFILE("Profile"),
    MODEL("Model"),
    GUARDRAIL("Guardrail"),
    MARKETPLACE("Marketplace");

    private final String sid;

    Part(String sid) {
      this.sid = sid;
    }

    String sid() {
      return sid;
    }
  }
}
