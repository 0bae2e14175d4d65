package io.outcrop.lint.finding;

import io.outcrop.json.JsonPatch;

/// A change to the document after which the finding is gone.
///
/// @param title what it does, in the imperative
/// @param certainty how sure it is
/// @param patch the change
/// @param changes which decisions change, in words; empty if none does
public record Fix(String title, Certainty certainty, JsonPatch patch, String changes) {

  /// Whether some request may be decided otherwise afterwards.
  public boolean changesDecisions() {
    return !changes.isEmpty();
  }
}
