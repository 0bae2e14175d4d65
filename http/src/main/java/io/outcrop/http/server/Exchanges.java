package io.outcrop.http.server;

import io.outcrop.http.Handler;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// All requests that are being answered, and the virtual threads on which that happens.
final class Exchanges {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-exchange-", 0).factory());
  private final Handler handler;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition allDone = lock.newCondition();
  private int running;

  Exchanges(Handler handler, ServerSettings settings) {
    this.handler = handler;
    this.patience = settings.patience();
  }

  /// Begins to answer `request`. `whenDone` is run on the connection's event loop.
  Exchange begin(Request request, Outlet outlet, Runnable whenDone) {
    return begin(() -> handler.handle(request), outlet, whenDone);
  }

  /// Begins to refuse a request whose body is too large.
  Exchange tooLarge(Request head, Outlet outlet, Runnable whenDone) {
    return begin(() -> handler.tooLarge(head), outlet, whenDone);
  }

  private Exchange begin(Supplier<Response> answering, Outlet outlet, Runnable whenDone) {
    var exchange = new Exchange(answering, outlet, patience, whenDone);
    count(1);
    try {
      threads.execute(() -> {
        try {
          exchange.run();
        } finally {
          count(-1);
        }
      });
    } catch (RejectedExecutionException _) {
      count(-1);
      outlet.abort();
    }
    return exchange;
  }

  /// Waits until everything is answered, but no longer than `limit`.
  void drain(Duration limit) {
    var left = limit.toNanos();
    lock.lock();
    try {
      while (running > 0 && left > 0) {
        left = allDone.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /// Interrupts whoever still works, and waits for them.
  void close(Duration limit) {
    threads.shutdownNow();
    try {
      var _ = threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(int change) {
    lock.lock();
    try {
      running += change;
      if (running == 0) {
        allDone.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
