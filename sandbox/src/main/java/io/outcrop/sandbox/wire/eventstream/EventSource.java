package io.outcrop.sandbox.wire.eventstream;

import io.outcrop.sandbox.call.Reply;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// Events as they are sent: an exception is the last one, and a stream that itself fails ends in
/// one. For one reader.
final class EventSource {
  private static final System.Logger LOG = System.getLogger(EventSource.class.getName());

  private final Reply.Stream events;
  private final String requestId;
  private final Supplier<Reply.Event> failure;
  private boolean ended;
  private boolean failed;

  /// @param failure the last event, should the stream fail
  EventSource(Reply.Stream events, String requestId, Supplier<Reply.Event> failure) {
    this.events = events;
    this.requestId = requestId;
    this.failure = failure;
  }

  boolean hasNext() {
    if (ended || failed) {
      return failed;
    }
    try {
      return events.hasNext();
    } catch (RuntimeException thrown) {
      return fail(thrown);
    }
  }

  Reply.Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      var event = failed ? failure.get() : events.next();
      ended = event.exception();
      failed = false;
      return event;
    } catch (NoSuchElementException atEnd) {
      throw atEnd;
    } catch (RuntimeException thrown) {
      fail(thrown);
      return next();
    }
  }

  void close() {
    events.close();
  }

  private boolean fail(RuntimeException thrown) {
    if (Thread.currentThread().isInterrupted()) {
      ended = true;
      return false;
    }
    LOG.log(System.Logger.Level.ERROR, "event=stream-failed request=" + requestId, thrown);
    failed = true;
    return true;
  }
}
