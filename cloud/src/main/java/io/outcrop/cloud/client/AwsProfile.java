package io.outcrop.cloud.client;

import java.util.Map;

/// A profile, put together from both files; what the credentials file says wins.
///
/// @param name `default`, `dev`
/// @param properties by lower-case name; secrets are among them, so this is never printed
/// @param origin where it stands, for a person: `~/.aws/credentials line 4`
public record AwsProfile(String name, Map<String, String> properties, String origin) {
  public AwsProfile {
    properties = Map.copyOf(properties);
  }

  /// The property `name`; empty if it is not set.
  public String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /// Whether the property is set to something.
  public boolean has(String name) {
    return !property(name).isBlank();
  }

  @Override
  public String toString() {
    return "profile " + name + " in " + origin;
  }
}
