package io.outcrop.sandbox.call;

import io.outcrop.aws.Secret;

/// Finds the secret behind an access key id, so that a signature can be verified.
@FunctionalInterface
public interface Keys {
  /// What is known of `accessKeyId` now.
  Key find(String accessKeyId);

  /// A key as the account knows it.
  sealed interface Key {
    /// Nobody has such a key, or it is inactive: AWS says the same of both.
    record Invalid() implements Key {}

    /// A session's key whose time is over.
    record Expired() implements Key {}

    /// A key that may sign. The token is empty for a long-term key; for a session's key the call
    /// has to bring exactly this one.
    record Active(Secret secret, Secret sessionToken) implements Key {}
  }
}
