package io.outcrop.cloud.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The user's side of every call: what a program started there would find. A sandbox's world brings
/// one of its own, in a folder of its own.
///
/// @param environment the environment variables
/// @param home the folder that holds `.aws`
/// @param workingDirectory the folder that holds `.env`
/// @param clockOffset how far the local clock is ahead of the true time; zero unless a world says
///   so
/// @param sandboxed whether a world brings it: then nothing outside of it (instance metadata,
///   container endpoints) is asked
public record ClientSide(
    Map<String, String> environment,
    Path home,
    Path workingDirectory,
    Duration clockOffset,
    boolean sandboxed) {
  public ClientSide {
    environment = Map.copyOf(environment);
  }

  /// Names the folders alone: the environment may hold secrets.
  @Override
  public String toString() {
    return "client side in " + workingDirectory + ", home " + home;
  }
}
