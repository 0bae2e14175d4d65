package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A managed policy with its versions.
///
/// @param arn its ARN
/// @param name its name
/// @param path `/`, or between slashes
/// @param defaultVersion the id of the version in force
/// @param versions oldest first; never empty
public record ManagedPolicy(
    String arn, String name, String path, String defaultVersion, List<Version> versions) {
  public ManagedPolicy {
    versions = List.copyOf(versions);
  }

  /// One version: `v1`.
  public record Version(String id, Json.Obj document, Instant created) {}

  /// A version by its id.
  public Optional<Version> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /// The document in force.
  public Json.Obj document() {
    return version(defaultVersion).map(Version::document).orElseGet(Json::object);
  }

  /// Whether AWS maintains it.
  public boolean isAwsManaged() {
    return arn.startsWith("arn:aws:iam::aws:");
  }
}
