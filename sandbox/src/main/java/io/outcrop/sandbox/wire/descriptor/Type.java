package io.outcrop.sandbox.wire.descriptor;

/// The type of a member.
public sealed interface Type {
  /// Text.
  record Text() implements Type {}

  /// A number, whole or not.
  record Numeric() implements Type {}

  /// `true` or `false`.
  record Flag() implements Type {}

  /// Bytes, written as base64.
  record Blob() implements Type {}

  /// A point in time.
  ///
  /// @param iso whether the model itself wants ISO 8601, whatever the protocol's own form is
  record Timestamp(boolean iso) implements Type {}

  /// Any JSON value.
  record Document() implements Type {}

  /// A list.
  record ListOf(Type element) implements Type {}

  /// A map from text.
  record MapOf(Type value) implements Type {}

  /// A structure or union of the same service, by its name.
  record Named(String shape) implements Type {}

  /// Reads the descriptors' notation: `string`, `[#Tag]`, `{number}`, `#Tag`.
  static Type parse(String text) {
    var last = text.length() - 1;
    return switch (text) {
      case "string" -> new Text();
      case "number" -> new Numeric();
      case "boolean" -> new Flag();
      case "blob" -> new Blob();
      case "timestamp" -> new Timestamp(false);
      case "timestamp:date-time" -> new Timestamp(true);
      case "document" -> new Document();
      default ->
          switch (text.charAt(0)) {
            case '[' -> new ListOf(parse(text.substring(1, last)));
            case '{' -> new MapOf(parse(text.substring(1, last)));
            case '#' -> new Named(text.substring(1));
            default -> throw new IllegalArgumentException("no type `" + text + "`");
          };
    };
  }
}
