package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Watches every buffer of the HTTP library while a class of tests runs, and fails the class if one
/// was collected that nobody had released.
final class LeakWatch implements BeforeAllCallback, AfterAllCallback {
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("io.netty.leakDetection.level", "paranoid");
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((kind, records) -> LEAKS.add(kind + records));
    LEAKS.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    try {
      assertThat(leaks()).isEmpty();
    } finally {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
      System.clearProperty("io.netty.leakDetection.level");
    }
  }

  /// What was leaked so far, found by the collector; a new buffer makes the library look.
  static Queue<String> leaks() throws InterruptedException {
    collect();
    collect(); // what the first one found is in its queue by now
    UnpooledByteBufAllocator.DEFAULT.directBuffer(16).release();
    return LEAKS;
  }

  /// Returns when what was garbage before is collected.
  private static void collect() throws InterruptedException {
    var collected = new ReferenceQueue<Object>();
    var garbage = new PhantomReference<>(new Object(), collected);
    while (!garbage.refersTo(null) || collected.remove(10) == null) {
      System.gc();
    }
  }
}
