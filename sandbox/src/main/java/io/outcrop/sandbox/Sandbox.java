package io.outcrop.sandbox;

import io.outcrop.sandbox.live.ClientFiles;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.service.Services;
import io.outcrop.sandbox.wire.SandboxServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A running sandbox: one world, one loopback port. Closing it leaves no thread and no socket; what
/// happened in the world stays in its folder.
public final class Sandbox implements AutoCloseable {
  private final Path folder;
  private final LiveWorld world;
  private final SandboxServer server;

  private Sandbox(Path folder, LiveWorld world, SandboxServer server) {
    this.folder = folder;
    this.world = world;
    this.server = server;
  }

  /// What a person who lives in this world works with.
  ///
  /// @param environment environment variables, secrets among them
  /// @param home the folder that holds `.aws`
  /// @param workingDirectory the folder that holds `.env`
  /// @param clockOffset how far their clock is ahead
  /// @param adminProfile the profile in `.aws` that may do everything; empty if there is none
  public record ClientFolder(
      Map<String, String> environment,
      Path home,
      Path workingDirectory,
      Duration clockOffset,
      String adminProfile) {
    public ClientFolder {
      environment = Map.copyOf(environment);
    }
  }

  /// What `doctor` examines when nothing else is said.
  public record Subject(String model, String region, String principal) {}

  /// Starts the world that lives in `folder`.
  ///
  /// @param folder made by [WorldFolder#create]
  /// @param port 0 for any free one
  /// @param clock the world's clock instead of its own; null for its own, which started where the
  ///   world says when the folder was made and runs on
  /// @throws java.io.UncheckedIOException if the port is taken or the folder cannot be read
  public static Sandbox start(Path folder, int port, @Nullable InstantSource clock) {
    var machine = InstantSource.system();
    var world = LiveWorld.open(folder, clock, machine);
    try {
      var services = new Services(world, Sandbox::pause);
      return new Sandbox(folder, world, SandboxServer.start(port, world, services, machine));
    } catch (UncheckedIOException unavailable) {
      world.close();
      throw unavailable;
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// `http://127.0.0.1:PORT`.
  public URI endpoint() {
    return server.endpoint();
  }

  /// The client side of this world.
  public ClientFolder client() {
    var realm = world.realm();
    return new ClientFolder(
        new ClientFiles(realm).environment(),
        ClientFiles.home(folder),
        ClientFiles.workingDirectory(folder),
        realm.client().clockOffset(),
        realm.client().adminProfile());
  }

  /// What to examine here.
  public Subject subject() {
    var subject = world.realm().subject();
    return new Subject(subject.model(), subject.region(), subject.principal());
  }

  /// The world's time.
  public InstantSource clock() {
    return world.clock();
  }

  @Override
  public void close() {
    server.close();
    world.close();
  }
}
