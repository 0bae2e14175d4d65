package io.outcrop.sandbox.wire.descriptor;

/// A member of a structure.
public record Member(String name, Type type, boolean required, Location location) {
  /// Reads the descriptors' notation: `!string @label`, where `!` means required.
  static Member parse(String name, String text) {
    var required = text.startsWith("!");
    var space = text.indexOf(' ');
    var type = text.substring(required ? 1 : 0, space < 0 ? text.length() : space);
    var location = space < 0 ? "" : text.substring(space + 1);
    return new Member(name, Type.parse(type), required, Location.parse(location));
  }
}
