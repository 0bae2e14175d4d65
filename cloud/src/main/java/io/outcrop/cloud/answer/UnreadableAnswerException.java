package io.outcrop.cloud.answer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// An answer came, and it does not say what AWS says there. Becomes an answer of its own kind
/// before it leaves the room.
public final class UnreadableAnswerException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /// @param message what it was instead
  public UnreadableAnswerException(String message) {
    super(message, new IOException(message));
  }
}
