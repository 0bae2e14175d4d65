package io.outcrop.grants.form;

/// What comes of handing policies over in some form.
public sealed interface Rendering {
  /// They can be.
  ///
  /// @param text ends with a line break
  /// @param does what the text does, one sentence without a full stop
  /// @param undo what takes it back, to be typed in the same shell or, for templates, in any; empty
  ///   if nothing is done
  record Rendered(String text, String does, String undo) implements Rendering {}

  /// Not in this form.
  ///
  /// @param why what is in the way
  /// @param help what can be done; may be empty
  record NotPossible(String why, String help) implements Rendering {}
}
