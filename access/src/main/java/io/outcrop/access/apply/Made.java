package io.outcrop.access.apply;

/// What became of making, or taking back, one change.
public sealed interface Made {
  /// It was made now.
  record Now() implements Made {}

  /// It was so already; nothing was sent that changes anything.
  record Already() implements Made {}

  /// It was not made, and nothing was changed.
  record Refused(String why) implements Made {}

  /// It was sent, no answer came, and looking did not settle whether it was done.
  record Unknown(String why) implements Made {}
}
