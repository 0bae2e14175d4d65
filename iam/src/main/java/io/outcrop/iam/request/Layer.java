package io.outcrop.iam.request;

import java.util.List;

/// The policies of one layer, as far as they are known.
public sealed interface Layer {
  /// The layer does not take part: no boundary is set, no session policy was passed, no endpoint is
  /// on the way, the resource has no policy.
  record Absent() implements Layer {}

  /// The layer takes part with these policies, maybe none.
  record Known(List<NamedPolicy> policies) implements Layer {
    public Known {
      policies = List.copyOf(policies);
    }
  }

  /// The layer may take part, but nobody could look.
  ///
  /// @param why why not, in words for a person
  record Unknown(String why) implements Layer {}
}
