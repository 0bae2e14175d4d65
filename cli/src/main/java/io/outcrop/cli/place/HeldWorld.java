package io.outcrop.cli.place;

import io.outcrop.sandbox.Sandbox;
import java.nio.file.Path;

/// A world that this process answers for. Closing it takes back what was published and lets the
/// next one in.
///
/// @param running the world
/// @param folder where it lives
/// @param exit what has to be done once
public record HeldWorld(RunningWorld running, Path folder, OnExit exit) implements AutoCloseable {
  static HeldWorld of(RunningWorld running, Path folder, Sandbox sandbox, Runnable afterwards) {
    var exit =
        new OnExit(() -> {
          sandbox.close();
          afterwards.run();
        });
    return new HeldWorld(running, folder, exit);
  }

  @Override
  public void close() {
    exit.close();
  }
}
