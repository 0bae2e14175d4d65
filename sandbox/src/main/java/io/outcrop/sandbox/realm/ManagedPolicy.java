package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A managed policy with its versions.
///
/// @param arn its ARN
/// @param name its name
/// @param path `/`, or between slashes
/// @param defaultVersion the id of the version in force
/// @param versions oldest first; never empty
/// @param about what else is known of it
public record ManagedPolicy(
    String arn,
    String name,
    String path,
    String defaultVersion,
    List<Version> versions,
    About about) {
  public ManagedPolicy {
    versions = List.copyOf(versions);
  }

  /// A policy of which no more is known: it has the id that its ARN gives.
  public ManagedPolicy(
      String arn, String name, String path, String defaultVersion, List<Version> versions) {
    this(arn, name, path, defaultVersion, versions, About.of(arn, versions));
  }

  /// One version: `v1`.
  ///
  /// @param written what was kept of its text ([PolicyText])
  public record Version(String id, Json.Obj document, Instant created, String written) {
    /// A version of whose text nothing was kept.
    public Version(String id, Json.Obj document, Instant created) {
      this(id, document, created, "");
    }

    /// As it was written.
    public String text() {
      return PolicyText.of(document, written);
    }

    /// The number in its id.
    public int number() {
      return id.matches("v[0-9]{1,9}") ? Integer.parseInt(id.substring(1)) : 0;
    }
  }

  /// What else is known of a policy.
  ///
  /// @param id AWS's unique id of it: `ANPA…`
  /// @param description as given when it was made; empty if none
  /// @param created when it was made
  /// @param updated when its newest version was made
  /// @param lastVersion the highest number that a version had, even if it is gone
  /// @param tags by key
  public record About(
      String id,
      String description,
      Instant created,
      Instant updated,
      int lastVersion,
      Map<String, String> tags) {
    public About {
      tags = Realm.ordered(tags);
    }

    static About of(String arn, List<Version> versions) {
      var created = versions.isEmpty() ? Instant.EPOCH : versions.getFirst().created();
      var updated = versions.isEmpty() ? Instant.EPOCH : versions.getLast().created();
      var last = versions.stream().mapToInt(Version::number).max().orElse(1);
      return new About(UniqueId.of("ANPA", arn), "", created, updated, last, Map.of());
    }

    private About withVersion(int number, Instant at) {
      return new About(id, description, created, at, number, tags);
    }

    private About withTags(Map<String, String> changed) {
      return new About(id, description, created, updated, lastVersion, changed);
    }
  }

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

  /// The same with a version more. Numbers are never used again.
  public ManagedPolicy withVersion(Json.Obj document, String text, Instant at, boolean asDefault) {
    var number = about.lastVersion() + 1;
    var version = new Version("v" + number, document, at, PolicyText.kept(text, document));
    var changed = new ArrayList<>(versions);
    changed.add(version);
    return new ManagedPolicy(
        arn,
        name,
        path,
        asDefault ? version.id() : defaultVersion,
        changed,
        about.withVersion(number, at));
  }

  /// The same without a version.
  public ManagedPolicy withoutVersion(String id) {
    var kept = versions.stream().filter(version -> !version.id().equals(id)).toList();
    return new ManagedPolicy(arn, name, path, defaultVersion, kept, about);
  }

  /// The same with another version in force.
  public ManagedPolicy withDefault(String id) {
    return new ManagedPolicy(arn, name, path, id, versions, about);
  }

  /// The same with other tags.
  public ManagedPolicy withTags(Map<String, String> changed) {
    return new ManagedPolicy(arn, name, path, defaultVersion, versions, about.withTags(changed));
  }
}
