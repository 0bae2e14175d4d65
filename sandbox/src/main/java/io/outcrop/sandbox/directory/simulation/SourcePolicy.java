package io.outcrop.sandbox.directory.simulation;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import java.util.Optional;

/// A policy that takes part in a simulation, with the text in which positions count.
///
/// @param id how the answer names it: `PolicyInputList.1`, `user_alice_Inline`, a managed policy's
///   name
/// @param text as it is written
/// @param document what it says
record SourcePolicy(String id, String text, PolicyDocument document) {
  /// The policy that `text` is, if it follows the grammar of its kind.
  static Optional<SourcePolicy> of(String id, String text, PolicyKind kind) {
    return PolicyParser.parse(text, kind) instanceof PolicyParsing.Parsed(var document)
        ? Optional.of(new SourcePolicy(id, text, document))
        : Optional.empty();
  }

  NamedPolicy named() {
    return new NamedPolicy(id, "", "", document);
  }
}
