package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.standin.Pause;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

/// Events that come one after the other, with a pause before each but the first. For one reader.
final class PacedStream implements Reply.Stream {
  private final List<Reply.Event> events;
  private final Duration pace;
  private final Pause pause;
  private int next;
  private volatile boolean closed;

  PacedStream(List<Reply.Event> events, Duration pace, Pause pause) {
    this.events = List.copyOf(events);
    this.pace = pace;
    this.pause = pause;
  }

  @Override
  public boolean hasNext() {
    return !closed && next < events.size();
  }

  @Override
  public Reply.Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (next > 0 && !pace.isZero()) {
      pause.await(pace);
    }
    return events.get(next++);
  }

  @Override
  public void close() {
    closed = true;
  }
}
