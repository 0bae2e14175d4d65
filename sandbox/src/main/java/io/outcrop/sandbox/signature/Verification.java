package io.outcrop.sandbox.signature;

import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;

/// What came of verifying a request's signature or API key.
public sealed interface Verification {
  /// A signature holds.
  ///
  /// @param region the region that was signed for; the one of the global endpoint where a client
  ///   signed for a whole partition
  record Signed(String accessKeyId, String region) implements Verification {}

  /// An API key is a valid one.
  ///
  /// @param region a short-term key's own region; for a long-term one the host's, empty if the host
  ///   names none
  record WithApiKey(Caller.ApiKey key, String region) implements Verification {}

  /// There is neither.
  record Unsigned() implements Verification {}

  /// It does not hold.
  record Refused(Reply.Fault fault) implements Verification {}
}
