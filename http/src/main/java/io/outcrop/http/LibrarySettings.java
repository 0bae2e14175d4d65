package io.outcrop.http;

import io.netty.util.ResourceLeakDetector;

/// Keeps the HTTP library from work at start-up that a loopback server has no use for: it would ask
/// every network interface for its hardware address, only to name its channels.
final class LibrarySettings {
  private LibrarySettings() {}

  static void apply() {
    preset("io.netty.machineId", "00:00:00:00:00:00:00:01");
    preset("io.netty.processId", Long.toString(ProcessHandle.current().pid()));
    preset("io.netty.allocator.type", "unpooled");
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
  }

  private static void preset(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
