package io.outcrop.sandbox.junit;

import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/// A sandbox in a temporary folder, which goes with it.
final class TestSandbox implements AutoCloseable {
  private final Path folder;
  private final Sandbox sandbox;

  private TestSandbox(Path folder, Sandbox sandbox) {
    this.folder = folder;
    this.sandbox = sandbox;
  }

  /// Starts `world`.
  ///
  /// @param clock when its clock begins; empty for when the world says
  static TestSandbox start(World world, String clock) {
    var folder = temporary();
    try {
      WorldFolder.create(folder, world);
      var started = new TestSandbox(folder, Sandbox.start(Sandbox.Options.in(folder)));
      if (!clock.isEmpty()) {
        started.sandbox.setClock(Instant.parse(clock));
      }
      return started;
    } catch (UncheckedIOException lost) {
      remove(folder);
      throw lost;
    }
  }

  Sandbox sandbox() {
    return sandbox;
  }

  @Override
  public void close() {
    sandbox.close();
    remove(folder);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("outcrop-test-");
    } catch (IOException refused) {
      throw new UncheckedIOException("no temporary folder can be made", refused);
    }
  }

  private static void remove(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
