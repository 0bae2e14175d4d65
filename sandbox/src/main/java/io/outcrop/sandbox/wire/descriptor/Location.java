package io.outcrop.sandbox.wire.descriptor;

/// Where in an HTTP message a member stands.
public sealed interface Location {
  /// A member of the body.
  record Body() implements Location {}

  /// One segment of the path, by the member's own name.
  record Label() implements Location {}

  /// A parameter of the query.
  record Query(String parameter) implements Location {}

  /// A header, its name in lower case.
  record Header(String header) implements Location {}

  /// The whole body.
  record Payload() implements Location {}

  /// Reads the descriptors' notation: `@label`, `@query(type)`, `@header(accept)`, `@payload`;
  /// nothing means the body.
  static Location parse(String text) {
    var open = text.indexOf('(');
    var argument = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
    return switch (open < 0 ? text : text.substring(0, open)) {
      case "" -> new Body();
      case "@label" -> new Label();
      case "@payload" -> new Payload();
      case "@query" -> new Query(argument);
      case "@header" -> new Header(argument);
      default -> throw new IllegalArgumentException("no location `" + text + "`");
    };
  }
}
