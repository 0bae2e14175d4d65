package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.Optional;

/// When and where access keys and roles were used last: whoever traces calls knows.
public interface LastUse {
  /// Nothing was ever used.
  LastUse NONE =
      new LastUse() {
        @Override
        public Optional<Use> ofKey(String accessKeyId) {
          return Optional.empty();
        }

        @Override
        public Optional<Use> ofRole(String arn) {
          return Optional.empty();
        }
      };

  /// The last use of an access key, if there was one.
  Optional<Use> ofKey(String accessKeyId);

  /// The last use of a role's sessions, if there was one.
  Optional<Use> ofRole(String arn);

  /// One use.
  ///
  /// @param at when
  /// @param service the service's signing name: `bedrock`
  /// @param region the region that was called
  record Use(Instant at, String service, String region) {}

  /// The last use of a role as IAM shows it: nothing in it if there was none.
  default Json.Obj shownOfRole(String arn) {
    return ofRole(arn)
        .map(use -> Output.of("LastUsedDate", use.at(), "Region", use.region()))
        .orElseGet(Json::object);
  }
}
