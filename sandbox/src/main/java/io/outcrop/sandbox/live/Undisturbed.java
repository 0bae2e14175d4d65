package io.outcrop.sandbox.live;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does work that an interrupt must not break off. A client that leaves interrupts the thread that
/// works for it, and a file channel on which an interrupted thread writes is closed for good
/// (`java.nio.channels.InterruptibleChannel`), for everybody who comes later too.
final class Undisturbed {
  private Undisturbed() {}

  /// Does `work` and waits for it, however often this thread is interrupted meanwhile; it is
  /// interrupted then when this returns. Throws what `work` throws.
  static void run(Runnable work) {
    var task = new FutureTask<>(work, true);
    Thread.startVirtualThread(task);
    var interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException known -> throw known;
        case Error fatal -> throw fatal;
        case null, default -> throw new IllegalStateException(failed);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
