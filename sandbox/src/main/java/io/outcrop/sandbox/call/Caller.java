package io.outcrop.sandbox.call;

/// Who made a call, as far as the call proves it.
public sealed interface Caller {
  /// A SigV4 signature that was verified.
  record Signed(String accessKeyId) implements Caller {}

  /// An API key of Bedrock that was verified.
  ///
  /// @param keyId the id of the access key that signed a short-term key; the id of the
  ///   service-specific credential that a long-term key is
  record ApiKey(String keyId, Term term) implements Caller {}

  /// No signature at all.
  record Anonymous() implements Caller {}

  /// The kinds of API keys, in the words of `bedrock:BearerTokenType`.
  enum Term {
    SHORT_TERM,
    LONG_TERM
  }
}
