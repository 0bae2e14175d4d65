package io.outcrop.sandbox.call;

import io.outcrop.aws.Secret;
import java.time.Instant;
import java.util.Optional;

/// Finds the secret behind an access key id, so that a signature can be verified, and the
/// credential behind a long-term API key.
@FunctionalInterface
public interface Keys {
  /// What is known of `accessKeyId` now.
  Key find(String accessKeyId);

  /// What is known of a long-term API key now; who issues none knows none.
  default ApiKey findApiKey(Secret key) {
    return new ApiKey.Invalid();
  }

  /// The time where the keys are, if that is another than the one by which clients sign: a key that
  /// was made beforehand, for a world's file, holds by it.
  default Optional<Instant> ownTime() {
    return Optional.empty();
  }

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

  /// A long-term API key as the account knows it.
  sealed interface ApiKey {
    /// Nobody has such a key, or it is inactive.
    record Invalid() implements ApiKey {}

    /// Its time is over.
    record Expired() implements ApiKey {}

    /// It may be used.
    ///
    /// @param credentialId the service-specific credential that it is
    record Active(String credentialId) implements ApiKey {}
  }
}
