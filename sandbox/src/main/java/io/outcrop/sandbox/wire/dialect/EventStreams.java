package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Response;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.eventstream.EventChunks;

/// Success as a stream of frames.
final class EventStreams {
  static final String MEDIA_TYPE = "application/vnd.amazon.eventstream";

  private EventStreams() {}

  static Response response(int status, Reply.Events events, String requestId) {
    return new Response(
        status,
        Headers.of(events.headers()).with("content-type", MEDIA_TYPE),
        new Response.Body.Streamed(new EventChunks(events.stream(), requestId)));
  }
}
