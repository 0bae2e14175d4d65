package io.outcrop.access.apply;

/// How a live thing stands to what is to be done with it.
sealed interface Standing {
  /// It is as it shall be.
  record Reached() implements Standing {}

  /// It is as it was when the change was planned.
  record AsPlanned() implements Standing {}

  /// Somebody else has changed it.
  ///
  /// @param how what is different, in words
  record Different(String how) implements Standing {}
}
