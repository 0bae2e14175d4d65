package io.outcrop.sandbox.wire.descriptor;

/// A member of a structure.
public record Member(String name, Type type, boolean required, Location location) {
  /// What the body calls it.
  public String wireName() {
    return location instanceof Location.Body(String wireName, _) ? wireName : name;
  }
}
