package io.outcrop.cloud.client;

/// A value and where it came from.
///
/// @param name the variable: `AWS_REGION`, `BEDROCK_MODEL_ID`
/// @param value its value; empty if it is not set anywhere
/// @param origin where it was set: `--region`, `environment`, `.env`, `profile dev`; empty if
///   nowhere
/// @param place the file and line: `.env:3`, `~/.aws/config:12`; empty if it is no file's
public record Setting(String name, String value, String origin, String place) {
  /// One that stands in no file.
  public Setting(String name, String value, String origin) {
    this(name, value, origin, "");
  }

  /// One that is set nowhere.
  public static Setting unset(String name) {
    return new Setting(name, "", "");
  }

  /// Whether it is set.
  public boolean isSet() {
    return !value.isEmpty();
  }

  /// Where it was set, as exactly as is known: `.env:3`, `environment`.
  public String whence() {
    return place.isEmpty() ? origin : place;
  }

  /// The same without white space around the value.
  public Setting stripped() {
    return new Setting(name, value.strip(), origin, place);
  }

  /// Its name and origin: the value may be a secret.
  @Override
  public String toString() {
    return isSet() ? name + " (" + origin + ")" : name + " (unset)";
  }
}
