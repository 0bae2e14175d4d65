package io.outcrop.cli.place;

import io.outcrop.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.function.Supplier;

/// A world that this process answers for. Closing it takes back what was published and lets the
/// next one in.
///
/// @param running the world
/// @param folder where it lives
/// @param certificate what its clients have to trust to speak TLS; makes the file if it is missing
/// @param exit what has to be done once
public record HeldWorld(RunningWorld running, Path folder, Supplier<Path> certificate, OnExit exit)
    implements AutoCloseable {
  static HeldWorld of(RunningWorld running, Path folder, Sandbox sandbox, Runnable afterwards) {
    var exit =
        new OnExit(() -> {
          sandbox.close();
          afterwards.run();
        });
    return new HeldWorld(running, folder, sandbox::certificate, exit);
  }

  @Override
  public void close() {
    exit.close();
  }
}
