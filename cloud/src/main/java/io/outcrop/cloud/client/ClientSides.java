package io.outcrop.cloud.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Makes client sides. Worlds bring their own; this one is for people.
public final class ClientSides {
  private ClientSides() {}

  /// What this process was started with: its environment, its user's home, its working directory.
  /// Nothing else reads them.
  public static ClientSide ofProcess() {
    var environment = Map.copyOf(System.getenv());
    var home = environment.getOrDefault("HOME", "");
    return new ClientSide(
        environment,
        Path.of(home.isBlank() ? System.getProperty("user.home", "") : home),
        Path.of("").toAbsolutePath(),
        Duration.ZERO,
        false);
  }
}
