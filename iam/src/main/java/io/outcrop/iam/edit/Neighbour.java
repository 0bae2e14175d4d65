package io.outcrop.iam.edit;

import io.outcrop.iam.request.AuthorizationRequest;
import java.util.Set;

/// Another request, near the one in question.
///
/// @param differs in what it is another
/// @param keys the condition keys in which it is another, in lower case
record Neighbour(AuthorizationRequest request, Set<Aspect> differs, Set<String> keys) {
  Neighbour {
    differs = Set.copyOf(differs);
    keys = Set.copyOf(keys);
  }

  /// What may differ.
  enum Aspect {
    ACTION,
    RESOURCE,
    CALLER,
    /// Another value of a key that the request brings, or none.
    VALUE,
    /// A key that the request does not bring.
    PRESENCE
  }
}
