package io.outcrop.http.channel;

import io.netty.util.ResourceLeakDetector;

/// Keeps the HTTP library from work at start-up that a loopback server has no use for: it would ask
/// every network interface for its hardware address, only to name its channels; and from watching
/// its buffers for leaks, unless the library's own property says so, as it does in the tests.
public final class LibrarySettings {
  private LibrarySettings() {}

  /// Sets what nobody has set.
  public static void apply() {
    preset("io.netty.machineId", "00:00:00:00:00:00:00:01");
    preset("io.netty.processId", Long.toString(ProcessHandle.current().pid()));
    preset("io.netty.allocator.type", "unpooled");
    if (System.getProperty("io.netty.leakDetection.level") == null) {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }
  }

  private static void preset(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
