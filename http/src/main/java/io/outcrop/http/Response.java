package io.outcrop.http;

import java.nio.charset.StandardCharsets;

/// What is answered. Length, transfer coding and connection headers are this room's business and
/// must not be among the headers.
///
/// @param status 200 to 599
/// @param headers further header fields
/// @param body what is sent; left out for `HEAD`
public record Response(int status, Headers headers, Body body) {
  /// What is sent.
  public sealed interface Body {
    /// A body as it was meant.
    sealed interface Sound extends Body permits Whole, Streamed {}

    /// All of it at once.
    @SuppressWarnings("ArrayRecordComponent") // bodies are never compared
    record Whole(byte[] bytes) implements Sound {
      @Override
      public String toString() {
        return bytes.length + " bytes";
      }
    }

    /// Part after part, at the client's pace.
    record Streamed(Chunks chunks) implements Sound {}

    /// A body that comes to grief on its way.
    record Interrupted(Sound body, Interruption interruption) implements Body {}
  }

  /// An answer that is there as a whole.
  public static Response of(int status, Headers headers, byte[] bytes) {
    return new Response(status, headers, new Body.Whole(bytes));
  }

  /// A short plain text.
  public static Response text(int status, String text) {
    return of(
        status,
        Headers.none().with("content-type", "text/plain; charset=utf-8"),
        (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// The same answer, which comes to grief on its way; of several interruptions the last counts.
  public Response interrupted(Interruption interruption) {
    var sound =
        switch (body) {
          case Body.Sound meant -> meant;
          case Body.Interrupted(Body.Sound meant, var _) -> meant;
        };
    return new Response(status, headers, new Body.Interrupted(sound, interruption));
  }
}
