package io.outcrop.sandbox.directory.credential;

import java.time.Instant;
import java.util.Optional;

/// When and where an access key was used last: whoever traces calls knows.
@FunctionalInterface
public interface LastUse {
  /// Nothing was ever used.
  LastUse NONE = _ -> Optional.empty();

  /// The last use of an access key, if there was one.
  Optional<Use> of(String accessKeyId);

  /// One use.
  ///
  /// @param at when
  /// @param service the service's signing name: `bedrock`
  /// @param region the region that was called
  record Use(Instant at, String service, String region) {}
}
