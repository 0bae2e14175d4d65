package io.outcrop.sandbox.service;

import io.outcrop.sandbox.call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A stream that tells when it is over: whole, or cut by whoever read it. For one reader; it may be
/// closed by another thread.
final class TracedStream implements Reply.Stream {
  private final Reply.Stream stream;
  private final List<Reply.Event> sent = new ArrayList<>();
  private final BiConsumer<List<Reply.Event>, Boolean> over;
  private boolean told;

  /// @param over told once what was sent, and whether that was all
  TracedStream(Reply.Stream stream, BiConsumer<List<Reply.Event>, Boolean> over) {
    this.stream = stream;
    this.over = over;
  }

  @Override
  public boolean hasNext() {
    var more = stream.hasNext();
    if (!more) {
      tell(true);
    }
    return more;
  }

  @Override
  public Reply.Event next() {
    var event = stream.next();
    synchronized (sent) {
      sent.add(event);
    }
    return event;
  }

  @Override
  public void close() {
    tell(false);
    stream.close();
  }

  private void tell(boolean whole) {
    synchronized (sent) {
      if (told) {
        return;
      }
      told = true;
    }
    over.accept(List.copyOf(sent), whole);
  }
}
