package io.outcrop.cloud.client;

import java.nio.file.Path;
import java.util.Map;

/// What this process was started with. Nothing else reads it. Not a [ClientSide] yet: that one
/// knows the AWS clients there are, which a command that calls nothing need not read.
///
/// @param environment the environment variables
/// @param home the user's home
/// @param workingDirectory where it was started
public record ProcessSide(Map<String, String> environment, Path home, Path workingDirectory) {

  /// As it is.
  public static ProcessSide read() {
    var environment = Map.copyOf(System.getenv());
    var home = environment.getOrDefault("HOME", "");
    return new ProcessSide(
        environment,
        Path.of(home.isBlank() ? System.getProperty("user.home", "") : home),
        Path.of("").toAbsolutePath());
  }

  /// Names the folders alone: the environment may hold secrets.
  @Override
  public String toString() {
    return "process in " + workingDirectory + ", home " + home;
  }
}
