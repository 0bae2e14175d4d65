package io.outcrop.sandbox.wire.eventstream;

import io.outcrop.http.Chunks;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;

/// The frames of a stream of events, pulled one by one. An exception's frame is the last one; a
/// stream that itself fails ends in the frame of an internal error.
public final class EventChunks implements Chunks {
  private static final String SENTENCE =
      "The system encountered an unexpected error during processing. Try your request again.";

  private final EventSource source;

  /// Sends `events`, which it closes.
  public EventChunks(Reply.Stream events, String requestId) {
    this.source = new EventSource(events, requestId, EventChunks::internalError);
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public byte[] next() {
    return Frames.encode(source.next());
  }

  @Override
  public void close() {
    source.close();
  }

  private static Reply.Event internalError() {
    return new Reply.Event(
        true, "internalServerException", Json.object().with("message", Json.of(SENTENCE)));
  }
}
