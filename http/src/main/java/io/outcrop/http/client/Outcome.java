package io.outcrop.http.client;

import java.io.InputStream;

/// What came of a request.
public sealed interface Outcome {
  /// There is an answer; whoever reads the body closes it, which ends the connection's work.
  record Answered(int status, InputStream body) implements Outcome {}

  /// There is none.
  ///
  /// @param reason in words, lower case, without a full stop
  record Unreachable(String reason) implements Outcome {}
}
