package io.outcrop.iam.condition;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// Bytes that compare by content.
record Bytes(ByteBuffer buffer) {
  /// Reads base64; empty if `text` is none.
  static Optional<Bytes> parse(String text) {
    try {
      return Optional.of(new Bytes(ByteBuffer.wrap(Base64.getDecoder().decode(text))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
