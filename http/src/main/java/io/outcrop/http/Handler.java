package io.outcrop.http;

/// Answers requests. Called on a virtual thread of its own for each, so it may block; interrupted
/// when the client leaves.
@FunctionalInterface
public interface Handler {
  /// The answer to `request`.
  Response handle(Request request);
}
