package io.outcrop.sandbox.signature;

import io.outcrop.sandbox.call.Reply;

/// What came of verifying a request's signature.
public sealed interface Verification {
  /// It holds.
  ///
  /// @param region the region that was signed for; the one of the global endpoint where a client
  ///   signed for a whole partition
  record Signed(String accessKeyId, String region) implements Verification {}

  /// There is none.
  record Unsigned() implements Verification {}

  /// It does not hold.
  record Refused(Reply.Fault fault) implements Verification {}
}
