package io.outcrop.sandbox.fault;

import io.outcrop.sandbox.call.Reply;
import java.util.NoSuchElementException;

/// The first events of a stream. For one reader.
final class CutStream implements Reply.Stream {
  private final Reply.Stream events;
  private long left;

  /// @param left how many events
  CutStream(Reply.Stream events, long left) {
    this.events = events;
    this.left = left;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && events.hasNext();
  }

  @Override
  public Reply.Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return events.next();
  }

  @Override
  public void close() {
    events.close();
  }
}
