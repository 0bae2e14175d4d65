package io.outcrop.json;

/// What came of reading a text: a value, or where and why it is not JSON.
public sealed interface JsonReading {
  /// The text is one JSON value.
  record Read(Json value) implements JsonReading {}

  /// The text is not one JSON value.
  ///
  /// @param message what is wrong, lower case, without a full stop
  /// @param position where
  record Malformed(String message, Position position) implements JsonReading {}
}
