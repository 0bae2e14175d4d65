package io.outcrop.sandbox.wire.descriptor;

/// Where in an HTTP message a member stands.
public sealed interface Location {
  /// A member of the body.
  ///
  /// @param name what it is called in JSON, XML and forms
  /// @param queryName what EC2 calls it in forms; empty if that follows from the name
  record Body(String name, String queryName) implements Location {}

  /// A part of the path.
  record Label(String label) implements Location {}

  /// A parameter of the query.
  record Query(String parameter) implements Location {}

  /// All further parameters of the query.
  record QueryRest() implements Location {}

  /// A header, its name in lower case.
  record Header(String header) implements Location {}

  /// All headers whose names begin so.
  record Prefix(String prefix) implements Location {}

  /// The whole body.
  record Payload() implements Location {}

  /// The status of the response.
  record Status() implements Location {}
}
