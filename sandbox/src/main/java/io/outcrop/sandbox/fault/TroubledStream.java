package io.outcrop.sandbox.fault;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.standin.Pause;
import java.util.NoSuchElementException;

/// A stream that falls silent, or ends in an exception. For one reader.
final class TroubledStream implements Reply.Stream {
  private final Reply.Stream events;
  private final Fault fault;
  private final Pause pause;
  private long sent;
  private boolean over;

  TroubledStream(Reply.Stream events, Fault fault, Pause pause) {
    this.events = events;
    this.fault = fault;
    this.pause = pause;
  }

  @Override
  public boolean hasNext() {
    return !over && (events.hasNext() || (fault.kind() == Fault.Kind.EXCEPTION && isTime()));
  }

  @Override
  public Reply.Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (isTime()) {
      switch (fault.kind()) {
        case SLOW_FIRST_BYTE, SILENCE -> pause.await(fault.course().delay());
        case EXCEPTION -> {
          over = true;
          return exception();
        }
        default -> {}
      }
    }
    sent++;
    return events.next();
  }

  /// `SLOW_FIRST_BYTE` is a silence after no event.
  private boolean isTime() {
    return sent == (fault.kind() == Fault.Kind.SLOW_FIRST_BYTE ? 0 : fault.course().after());
  }

  private Reply.Event exception() {
    var error = fault.course().error();
    var code = error.code().isEmpty() ? "modelStreamErrorException" : error.code();
    var message =
        error.message().isEmpty()
            ? "The system encountered an unexpected error during processing. Try your request"
                + " again."
            : error.message();
    return new Reply.Event(true, code, Json.object().with("message", Json.of(message)));
  }

  @Override
  public void close() {
    events.close();
  }
}
