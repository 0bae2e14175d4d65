package io.outcrop.access;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A program that begins to fix the world in a folder and stops dead, as by `kill -9`, at the given
/// place around a write of its journal. Exits 137 if it got there, 0 if it finished first.
final class InterruptedFix {
  private InterruptedFix() {}

  /// Runs it.
  ///
  /// @param arguments the world's folder, the journals' folder, and the place, from 1
  public static void main(String[] arguments) {
    var left = new AtomicInteger(Integer.parseInt(arguments[2]));
    Runnable stop =
        () -> {
          if (left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
          }
        };
    try (var world = InWorld.open(Path.of(arguments[0]), null)) {
      var fixer = InWorld.fixer(Path.of(arguments[1]), stop);
      var request = world.request();
      fixer.apply(fixer.plan(InWorld.doctor().examine(request), request), request);
    }
  }
}
