package io.outcrop.sandbox.wire.eventstream;

import io.outcrop.http.Chunks;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// A stream of events as a browser would read it: `event: ping`, `data: {…}`, an empty line. A
/// stream that itself fails ends in an event `error`.
public final class ServerSentEvents implements Chunks {
  private final EventSource source;

  /// Sends `events`, which it closes.
  ///
  /// @param failure the payload of the last event, should the stream fail
  public ServerSentEvents(Reply.Stream events, String requestId, Supplier<Json.Obj> failure) {
    this.source =
        new EventSource(events, requestId, () -> new Reply.Event(true, "error", failure.get()));
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public byte[] next() {
    var event = source.next();
    var text = "event: " + event.type() + "\ndata: " + JsonWriter.compact(event.payload()) + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    source.close();
  }
}
