package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Fields;

/// Streams that break off. Source: Amazon Bedrock API Reference, ModelStreamErrorException.
final class Interruptions {
  private static final int FAILED = 500;

  private Interruptions() {}

  /// The frame with which an event stream ends then.
  static Reply.Event event(String message) {
    return new Reply.Event(
        true,
        "modelStreamErrorException",
        Fields.of("message", message)
            .with("originalStatusCode", FAILED)
            .with("originalMessage", Json.of(message))
            .json());
  }
}
