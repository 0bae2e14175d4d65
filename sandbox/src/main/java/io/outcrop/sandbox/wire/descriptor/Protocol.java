package io.outcrop.sandbox.wire.descriptor;

/// How a service speaks. Source: Smithy 2.0, "AWS protocols", read 2026-11.
public enum Protocol {
  /// Paths, queries and headers; bodies are JSON.
  REST_JSON("rest-json"),
  /// One path, `X-Amz-Target`, JSON 1.0.
  JSON_1_0("json-1.0"),
  /// One path, `X-Amz-Target`, JSON 1.1.
  JSON_1_1("json-1.1"),
  /// A form goes in, XML comes out.
  QUERY("query");

  private final String id;

  Protocol(String id) {
    this.id = id;
  }

  static Protocol of(String id) {
    for (var protocol : values()) {
      if (protocol.id.equals(id)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("no protocol `" + id + "`");
  }
}
