package io.outcrop.sandbox.wire.eventstream;

import io.outcrop.http.Chunks;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.util.NoSuchElementException;

/// The frames of a stream of events, pulled one by one. An exception's frame is the last one; a
/// stream that itself fails ends in the frame of an internal error.
public final class EventChunks implements Chunks {
  private static final System.Logger LOG = System.getLogger(EventChunks.class.getName());

  private final Reply.Stream events;
  private final String requestId;
  private boolean ended;
  private boolean failed;

  /// Sends `events`, which it closes.
  public EventChunks(Reply.Stream events, String requestId) {
    this.events = events;
    this.requestId = requestId;
  }

  @Override
  public boolean hasNext() {
    if (ended || failed) {
      return failed;
    }
    try {
      return events.hasNext();
    } catch (RuntimeException failure) {
      return fail(failure);
    }
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      var event = failed ? internalError() : events.next();
      ended = event.exception();
      failed = false;
      return Frames.encode(event);
    } catch (NoSuchElementException atEnd) {
      throw atEnd;
    } catch (RuntimeException failure) {
      fail(failure);
      return next();
    }
  }

  @Override
  public void close() {
    events.close();
  }

  private boolean fail(RuntimeException failure) {
    if (Thread.currentThread().isInterrupted()) {
      ended = true;
      return false;
    }
    LOG.log(System.Logger.Level.ERROR, "event=stream-failed request=" + requestId, failure);
    failed = true;
    return true;
  }

  private static Reply.Event internalError() {
    var message =
        "The system encountered an unexpected error during processing. Try your request again.";
    return new Reply.Event(
        true, "internalServerException", Json.object().with("message", Json.of(message)));
  }
}
