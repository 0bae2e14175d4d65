package io.outcrop.cli.session;

import io.outcrop.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// Everything outside that one run of a command can see.
///
/// @param terminal the standard streams
/// @param environment the environment variables
/// @param home the user's home folder
/// @param workingDirectory where relative file names start
/// @param clock what time it is
public record Session(
    Terminal terminal,
    Map<String, String> environment,
    Path home,
    Path workingDirectory,
    InstantSource clock) {
  public Session {
    environment = Map.copyOf(environment);
  }

  /// The variable's value; empty if it is not set.
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// The file that a person means by `name`.
  public Path file(String name) {
    return workingDirectory.resolve(name);
  }
}
