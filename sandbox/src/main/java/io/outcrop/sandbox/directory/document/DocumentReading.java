package io.outcrop.sandbox.directory.document;

import io.outcrop.json.Json;

/// What came of reading a policy document.
public sealed interface DocumentReading {
  /// IAM takes it.
  record Accepted(Json.Obj document) implements DocumentReading {}

  /// IAM does not.
  ///
  /// @param sentence why not, in IAM's words
  record Refused(String sentence) implements DocumentReading {}
}
