package io.outcrop.sandbox.trace;

import java.time.Instant;
import java.util.Optional;

/// When keys, roles and models were last used.
public interface LastUse {
  /// The last call that an access key, or an API key, signed.
  Optional<Use> ofKey(String keyId);

  /// The last call that a session of a role made.
  Optional<Use> ofRole(String account, String role);

  /// When an account was last admitted to a model.
  Optional<Instant> ofModel(String account, String modelId);

  /// One use.
  ///
  /// @param at when
  /// @param service as GetAccessKeyLastUsed names it: `bedrock`, `iam`
  /// @param region where
  record Use(Instant at, String service, String region) {}
}
