package io.outcrop.access.handoff;

import io.outcrop.json.Json;
import java.util.List;

/// What IAM has to allow for the call, in two forms, and where it goes.
///
/// @param standing whether it is there already
/// @param name the name that the policy gets
/// @param narrow exactly the actions and ARNs that the call needs, its profile's destinations
///   included
/// @param reasons why each statement of `narrow` is there
/// @param wide the same actions on everything
/// @param whyNotWide what `wide` lets in besides
/// @param target where it has to be attached, in words
/// @param forms `narrow` in every form in which somebody may want it
/// @param notes what else to know of it
public record NeededPolicy(
    Standing standing,
    String name,
    Json.Obj narrow,
    List<String> reasons,
    Json.Obj wide,
    String whyNotWide,
    String target,
    List<FormText> forms,
    List<String> notes) {
  public NeededPolicy {
    reasons = List.copyOf(reasons);
    forms = List.copyOf(forms);
    notes = List.copyOf(notes);
  }

  /// Whether the principal's policies give it.
  public enum Standing {
    /// No policy of the principal gives all of it.
    MISSING,
    /// The principal's policies give it.
    THERE,
    /// Nobody could read them.
    UNKNOWN
  }

  /// The policy in one form.
  ///
  /// @param title for people: `Terraform`
  /// @param language how to colour it: `hcl`
  /// @param text the form; empty where it cannot be written
  /// @param words what it does, or why it cannot be written
  /// @param undo what takes it back; may be empty
  public record FormText(String title, String language, String text, String words, String undo) {}
}
