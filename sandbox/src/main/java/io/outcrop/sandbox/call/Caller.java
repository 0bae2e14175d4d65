package io.outcrop.sandbox.call;

/// Who signed a call.
public sealed interface Caller {
  /// A SigV4 signature that was verified.
  record Signed(String accessKeyId) implements Caller {}

  /// No signature at all.
  record Anonymous() implements Caller {}
}
