package io.outcrop.sandbox.wire.descriptor;

/// How a service speaks. Source: Smithy 2.0, "AWS protocols" and "Smithy RPC v2 CBOR", read
/// 2026-11.
public enum Protocol {
  /// Paths, queries and headers; bodies are JSON.
  REST_JSON("rest-json"),
  /// One path, `X-Amz-Target`, JSON 1.0.
  JSON_1_0("json-1.0"),
  /// One path, `X-Amz-Target`, JSON 1.1.
  JSON_1_1("json-1.1"),
  /// A form goes in, XML comes out.
  QUERY("query"),
  /// The same with EC2's names and envelopes.
  EC2("ec2"),
  /// A path that names service and operation, CBOR both ways.
  RPC_CBOR("rpc-v2-cbor"),
  /// The routes that Anthropic's SDKs call, which no service model describes: paths as in
  /// [#REST_JSON], bodies that are the operation's own, Anthropic's error envelope and streams.
  ANTHROPIC("anthropic");

  private final String id;

  Protocol(String id) {
    this.id = id;
  }

  /// Whether operations are told by method and path.
  public boolean hasPaths() {
    return this == REST_JSON || this == ANTHROPIC;
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
