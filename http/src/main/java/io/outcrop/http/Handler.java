package io.outcrop.http;

/// Answers requests. Called on a virtual thread of its own for each, so it may block; interrupted
/// when the client leaves.
@FunctionalInterface
public interface Handler {
  /// The answer to `request`.
  Response handle(Request request);

  /// The answer to a request whose body is longer than the server's limit, after which the
  /// connection is closed: 413, in whatever form its client expects.
  ///
  /// @param head the request without its body
  default Response tooLarge(Request head) {
    return Response.text(413, "the body is too large");
  }
}
