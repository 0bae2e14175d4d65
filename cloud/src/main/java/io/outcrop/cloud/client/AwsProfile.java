package io.outcrop.cloud.client;

import java.util.Map;

/// A profile, put together from both files; what the credentials file says wins.
///
/// @param name `default`, `dev`
/// @param properties by lower-case name; secrets are among them, so this is never printed
/// @param places where each property stands, for a person: `~/.aws/config:12`
/// @param origin where the profile stands: `~/.aws/credentials:4`
public record AwsProfile(
    String name, Map<String, String> properties, Map<String, Place> places, String origin) {
  public AwsProfile {
    properties = Map.copyOf(properties);
    places = Map.copyOf(places);
  }

  /// Where a property stands.
  ///
  /// @param shown for a person: `~/.aws/config:12`
  /// @param ofCredentialsFile whether that is the credentials file
  public record Place(String shown, boolean ofCredentialsFile) {}

  /// The property `name`; empty if it is not set.
  public String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /// Whether the property is set to something.
  public boolean has(String name) {
    return !property(name).isBlank();
  }

  /// Whether it has both halves of a key.
  public boolean hasKeys() {
    return has("aws_access_key_id") && has("aws_secret_access_key");
  }

  /// Where the property stands: `~/.aws/config:12`; where the profile does, if it has none.
  public String place(String name) {
    var place = places.get(name);
    return place == null ? origin : place.shown();
  }

  /// Whether the property is set, and by the credentials file.
  public boolean isOfCredentialsFile(String name) {
    var place = places.get(name);
    return has(name) && place != null && place.ofCredentialsFile();
  }

  /// Whether the same file sets both properties.
  public boolean isOfOneFile(String one, String other) {
    return has(one) && has(other) && isOfCredentialsFile(one) == isOfCredentialsFile(other);
  }

  @Override
  public String toString() {
    return "profile " + name + " in " + origin;
  }
}
