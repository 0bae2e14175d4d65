package io.outcrop.cloud.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/// Threads that call AWS and wait for its answer. They are daemons, and threads of the platform:
/// once a virtual one has waited for a socket, its poller stays in a system call for good, and a
/// JVM that ends waits 300 ms for such threads, as long as half an examination takes. A command has
/// some dozens at a time.
public final class CallThreads {
  private static final AtomicLong MADE = new AtomicLong();
  private static final ThreadFactory FACTORY =
      task ->
          Thread.ofPlatform()
              .daemon()
              .name("outcrop-call-" + MADE.getAndIncrement())
              .unstarted(task);

  private CallThreads() {}

  /// Makes them.
  public static ThreadFactory factory() {
    return FACTORY;
  }

  /// Starts each task on a thread of its own. Closing it waits for all of them.
  public static ExecutorService perTask() {
    return Executors.newThreadPerTaskExecutor(FACTORY);
  }

  /// Starts `task`.
  public static Thread start(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }
}
