package io.outcrop.cloud.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;

/// AWS did it, and what it said cannot be read. Becomes an answer before it leaves the room.
public final class UnreadableAnswerException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  public UnreadableAnswerException(String message) {
    super(message, new IOException(message));
  }
}
