package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Pieces;
import io.outcrop.sandbox.dialects.Dialect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;

/// An answer that is pulled piece by piece and spelled as events. For one reader.
final class ToldStream implements Reply.Stream {
  private final Pieces pieces;
  private final Dialect.Teller teller;
  private final Meter meter;
  private final Deque<Reply.Event> ready = new ArrayDeque<>();

  ToldStream(Pieces pieces, Dialect.Teller teller, Meter meter) {
    this.pieces = pieces;
    this.teller = teller;
    this.meter = meter;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && pieces.hasNext()) {
      var piece = pieces.next();
      if (piece instanceof Piece.Ended(_, var usage)) {
        meter.used(usage);
      }
      ready.addAll(teller.tell(piece));
    }
    return !ready.isEmpty();
  }

  @Override
  public Reply.Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() {
    pieces.close();
  }
}
