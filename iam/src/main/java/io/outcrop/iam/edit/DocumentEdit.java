package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.JsonPatch;

/// The change of one policy document.
///
/// @param layer the layer that the policy belongs to
/// @param target which policy
/// @param patch what turns the old document into the new one; a new policy's adds the whole
/// @param document the new document, valid for its kind; one without statements says nothing any
///   more, and the policy can go
/// @param words what the change does, one sentence
public record DocumentEdit(
    LayerName layer, Target target, JsonPatch patch, PolicyDocument document, String words) {

  /// Which policy is changed.
  public sealed interface Target {
    /// One that is there.
    ///
    /// @param level the level of the organization where it is attached; empty in other layers
    record Existing(NamedPolicy policy, String level) implements Target {}

    /// One that is not there yet.
    ///
    /// @param description what it is, and whose: `a new inline policy of user alice`
    record New(String description) implements Target {}
  }
}
