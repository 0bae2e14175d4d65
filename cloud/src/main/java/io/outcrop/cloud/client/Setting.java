package io.outcrop.cloud.client;

/// A value and where it came from.
///
/// @param name the variable: `AWS_REGION`, `BEDROCK_MODEL_ID`
/// @param value its value; empty if it is not set anywhere
/// @param origin where it was set: `--region`, `environment`, `.env`, `profile dev`; empty if
///   nowhere
public record Setting(String name, String value, String origin) {
  /// Whether it is set.
  public boolean isSet() {
    return !value.isEmpty();
  }

  /// Its name and origin: the value may be a secret.
  @Override
  public String toString() {
    return isSet() ? name + " (" + origin + ")" : name + " (unset)";
  }
}
