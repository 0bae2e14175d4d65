package io.outcrop.http;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One request being answered, on a virtual thread of its own. The event loop tells it when the
/// connection can take more and when the client is gone.
final class Exchange implements Runnable {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final Request request;
  private final Handler handler;
  private final Outlet outlet;
  private final Duration patience;
  private final Runnable whenDone;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread worker;
  private boolean gone;

  Exchange(Request request, Handler handler, Outlet outlet, Duration patience, Runnable whenDone) {
    this.request = request;
    this.handler = handler;
    this.outlet = outlet;
    this.patience = patience;
    this.whenDone = whenDone;
  }

  @Override
  public void run() {
    if (begin()) {
      try {
        send(answer());
      } catch (RuntimeException unsendable) {
        LOG.log(System.Logger.Level.ERROR, "event=answer-unsendable", unsendable);
        outlet.abort();
      } finally {
        end();
      }
    }
    tellLoop();
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

  private void tellLoop() {
    var loop = outlet.channel().eventLoop();
    try {
      loop.execute(whenDone);
    } catch (RejectedExecutionException _) {
      // the server is closing, and so is every connection
    }
  }

  private Response answer() {
    try {
      return handler.handle(request);
    } catch (RuntimeException | StackOverflowError failure) {
      if (!isGone()) {
        LOG.log(
            System.Logger.Level.ERROR, "event=handler-failed method=" + request.method(), failure);
      }
      return Response.text(500, "internal error");
    }
  }

  private void send(Response response) {
    switch (response.body()) {
      case Response.Body.Whole(byte[] bytes) -> outlet.whole(response, bytes);
      case Response.Body.Streamed(Chunks chunks) -> stream(response, chunks);
    }
  }

  private void stream(Response response, Chunks chunks) {
    try (chunks) {
      outlet.head(response);
      while (!outlet.withoutBody() && chunks.hasNext()) {
        var bytes = chunks.next();
        if (!writable()) {
          outlet.abort();
          return;
        }
        outlet.part(bytes);
      }
      outlet.end();
    } catch (RuntimeException | StackOverflowError failure) {
      if (!isGone()) {
        LOG.log(
            System.Logger.Level.ERROR, "event=stream-failed method=" + request.method(), failure);
      }
      outlet.abort();
    }
  }

  /// Waits until the connection takes more; false if the client left or stopped reading.
  private boolean writable() {
    var channel = outlet.channel();
    var left = patience.toNanos();
    lock.lock();
    try {
      while (!gone && !channel.isWritable() && left > 0) {
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
}
