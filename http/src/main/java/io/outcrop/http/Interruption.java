package io.outcrop.http;

import java.time.Duration;

/// How an answer comes to grief on its way, on purpose: for servers that rehearse bad networks. An
/// answer that is merely late needs none of these; its handler waits before it answers.
public sealed interface Interruption {
  /// No byte of the answer is sent, not even its status.
  record Unanswered(Manner manner) implements Interruption {}

  /// The head and so many bytes of the body are sent, and never its end. A body that is shorter
  /// still lacks its end.
  record Broken(long bodyBytes, Manner manner) implements Interruption {
    public Broken {
      requireNatural(bodyBytes);
    }
  }

  /// The head and so many bytes of the body are sent, then nothing for a while, then the rest.
  record Halting(long bodyBytes, Duration pause) implements Interruption {
    public Halting {
      requireNatural(bodyBytes);
    }
  }

  /// What the client sees instead of the rest.
  enum Manner {
    /// The answer ends without its end: the connection of HTTP/1.1 is closed, the stream of HTTP/2
    /// reset while its connection stays.
    CLOSE,
    /// The connection is reset (TCP's RST), with everything else that runs over it.
    RESET,
    /// Nothing more comes, until the client gives up or the server closes.
    SILENCE
  }

  private static void requireNatural(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException(bytes + " bytes");
    }
  }
}
