package io.outcrop.http.server;

import io.netty.channel.ChannelFuture;
import io.outcrop.http.Chunks;
import io.outcrop.http.Interruption;
import io.outcrop.http.Response;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One request being answered, on a virtual thread of its own. The event loop tells it when the
/// connection can take more and when the client is gone. An answer that is there as a whole is
/// handed to the loop once, since each handing over may have to wake it.
final class Exchange implements Runnable {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final Supplier<Response> answering;
  private final Outlet outlet;
  private final Duration patience;
  private final Runnable whenDone;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread worker;
  private @Nullable ChannelFuture lastSent;
  private boolean gone;

  Exchange(Supplier<Response> answering, Outlet outlet, Duration patience, Runnable whenDone) {
    this.answering = answering;
    this.outlet = outlet;
    this.patience = patience;
    this.whenDone = whenDone;
  }

  @Override
  public void run() {
    if (!begin()) {
      onLoop(whenDone);
      return;
    }
    var response = answer();
    if (response.body() instanceof Response.Body.Whole(byte[] bytes)) {
      end();
      onLoop(() -> {
        sent(() -> outlet.whole(response, bytes));
        whenDone.run();
      });
    } else {
      sent(() -> send(response));
      end();
      onLoop(whenDone);
    }
  }

  private void sent(Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException unsendable) {
      LOG.log(System.Logger.Level.ERROR, "event=answer-unsendable", unsendable);
      outlet.abort();
    }
  }

  /// The connection can take more, or can no longer.
  void writabilityChanged() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The client left: whoever works or waits for it is interrupted.
  void clientLeft() {
    lock.lock();
    try {
      gone = true;
      changed.signalAll();
      if (worker != null) {
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      worker = gone ? null : Thread.currentThread();
      return !gone;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      worker = null;
    } finally {
      lock.unlock();
    }
  }

  private void onLoop(Runnable work) {
    try {
      outlet.channel().eventLoop().execute(work);
    } catch (RejectedExecutionException _) {
      // the server is closing, and so is every connection
    }
  }

  private Response answer() {
    try {
      return answering.get();
    } catch (RuntimeException | StackOverflowError failure) {
      tell("handler-failed", failure);
      return Response.text(500, "internal error");
    }
  }

  private void send(Response response) {
    switch (response.body()) {
      case Response.Body.Whole(byte[] bytes) -> outlet.whole(response, bytes);
      case Response.Body.Streamed(Chunks chunks) -> {
        try (chunks) {
          stream(chunks, () -> outlet.head(response, OptionalLong.empty()), outlet::end);
        }
      }
      case Response.Body.Interrupted(var body, var interruption) ->
          interrupt(response, body, interruption);
    }
  }

  private void interrupt(Response response, Response.Body.Sound body, Interruption interruption) {
    try (var chunks = chunksOf(body)) {
      Runnable head = () -> outlet.head(response, lengthOf(body));
      switch (interruption) {
        case Interruption.Unanswered(var manner) -> breakOff(manner);
        case Interruption.Broken(long bytes, var manner) ->
            stream(new Limited(chunks, bytes), head, () -> breakOff(manner));
        case Interruption.Halting(long bytes, Duration pause) -> {
          var first = new Limited(chunks, bytes);
          stream(
              first,
              head,
              () -> {
                await(pause);
                first.goOn();
                stream(first, () -> {}, outlet::end);
              });
        }
      }
    }
  }

  private static Chunks chunksOf(Response.Body.Sound body) {
    return switch (body) {
      case Response.Body.Whole(byte[] bytes) -> Limited.of(bytes);
      case Response.Body.Streamed(Chunks chunks) -> chunks;
    };
  }

  private static OptionalLong lengthOf(Response.Body.Sound body) {
    return switch (body) {
      case Response.Body.Whole(byte[] bytes) -> OptionalLong.of(bytes.length);
      case Response.Body.Streamed _ -> OptionalLong.empty();
    };
  }

  private void breakOff(Interruption.Manner manner) {
    awaitSent();
    switch (manner) {
      case CLOSE -> outlet.abort();
      case RESET -> outlet.reset();
      case SILENCE -> await(Duration.ofSeconds(Long.MAX_VALUE));
    }
  }

  private void stream(Chunks chunks, Runnable head, Runnable end) {
    try {
      head.run();
      while (!outlet.withoutBody() && chunks.hasNext()) {
        var bytes = chunks.next();
        if (!writable()) {
          outlet.abort();
          return;
        }
        lastSent = outlet.part(bytes);
      }
      end.run();
    } catch (RuntimeException | StackOverflowError failure) {
      tell("stream-failed", failure);
      outlet.abort();
    }
  }

  private void awaitSent() {
    try {
      if (lastSent != null) {
        var _ = lastSent.await(patience.toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until the connection takes more; false if the client left or stopped reading.
  private boolean writable() {
    var channel = outlet.channel();
    return channel.isWritable() ? !isGone() : awaitUntil(channel::isWritable, patience);
  }

  /// Waits that long, or until the client leaves.
  private void await(Duration time) {
    var _ = awaitUntil(() -> false, time);
  }

  /// Waits until `so`; false if the client left, or that took too long.
  private boolean awaitUntil(BooleanSupplier so, Duration limit) {
    var left = limit.toSeconds() > Integer.MAX_VALUE ? Long.MAX_VALUE : limit.toNanos();
    lock.lock();
    try {
      while (!gone && !so.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !gone && left > 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isGone() {
    lock.lock();
    try {
      return gone;
    } finally {
      lock.unlock();
    }
  }

  private void tell(String event, Throwable failure) {
    if (!isGone()) {
      LOG.log(System.Logger.Level.ERROR, "event=" + event, failure);
    }
  }
}
