package io.outcrop.cli.place;

import java.util.concurrent.atomic.AtomicBoolean;

/// Something that is done exactly once: when it is closed, or when the process is told to end
/// before that.
public final class OnExit implements AutoCloseable {
  private final Runnable work;
  private final Thread hook;
  private final AtomicBoolean done = new AtomicBoolean();

  /// Will do `work`.
  public OnExit(Runnable work) {
    this.work = work;
    this.hook = Thread.ofPlatform().name("on-exit").unstarted(this::once);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    once();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the process is ending already
    }
  }

  private void once() {
    if (done.compareAndSet(false, true)) {
      work.run();
    }
  }
}
