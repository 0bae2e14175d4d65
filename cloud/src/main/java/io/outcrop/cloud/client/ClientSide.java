package io.outcrop.cloud.client;

import java.nio.file.InvalidPathException;
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
/// @param userClient the AWS client of the user's own program, by whose order sources are judged
public record ClientSide(
    Map<String, String> environment,
    Path home,
    Path workingDirectory,
    Duration clockOffset,
    boolean sandboxed,
    UserClient userClient) {
  public ClientSide {
    environment = Map.copyOf(environment);
  }

  /// One of which nobody said which AWS client its program is built on.
  public ClientSide(
      Map<String, String> environment,
      Path home,
      Path workingDirectory,
      Duration clockOffset,
      boolean sandboxed) {
    this(environment, home, workingDirectory, clockOffset, sandboxed, UserClient.any());
  }

  /// The same, judged by the order of `other`.
  public ClientSide with(UserClient other) {
    return new ClientSide(environment, home, workingDirectory, clockOffset, sandboxed, other);
  }

  /// The file that `given` means here: `~` is the home, what is relative stands in the working
  /// directory. What is no path at all is a file that is not there.
  public Path file(String given) {
    try {
      if (given.equals("~")) {
        return home;
      }
      return given.startsWith("~/") || given.startsWith("~\\")
          ? home.resolve(given.substring(2))
          : workingDirectory.resolve(given);
    } catch (InvalidPathException _) {
      return workingDirectory.resolve("no-path");
    }
  }

  /// Names the folders alone: the environment may hold secrets.
  @Override
  public String toString() {
    return "client side in " + workingDirectory + ", home " + home;
  }
}
