package io.outcrop.cli.place;

import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.http.certificate.CertificateAuthority;
import io.outcrop.http.server.PortTakenException;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The worlds whose state is kept, one folder each, and who holds them.
public final class WorldStore {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ORIGIN = "origin.txt";

  private final Path folder;
  private final Session session;

  /// The worlds of the user who runs `session`.
  public WorldStore(Session session) {
    this.folder = Folders.state(session).resolve("worlds");
    this.session = session;
  }

  /// A world that is there for this run: held by it, or by another process.
  public sealed interface Opened {
    /// This process answers for it, and has to close it.
    record Held(HeldWorld world) implements Opened {}

    /// Another process answers for it.
    record Joined(RunningWorld world, Path folder) implements Opened {}
  }

  /// The world, made if it is missing, started if nobody holds it.
  public Opened open(WorldChoice choice, Serving serving) {
    Folders.make(folder);
    var deadline = session.clock().instant().plus(PATIENCE);
    while (session.clock().instant().isBefore(deadline)) {
      var lock = WorldLock.take(lockFile(choice.name()));
      if (lock.isPresent()) {
        return new Opened.Held(hold(choice, serving, lock.get()));
      }
      var running = published(choice.name());
      if (running.isPresent()) {
        sameClock(running.get(), serving.clock());
        return new Opened.Joined(running.get(), home(choice.name()));
      }
      pause();
    }
    throw Complaint.unknown(
        "the world `" + choice.name() + "` is held by a process that does not answer",
        "end that process and try again");
  }

  /// A new world in a temporary folder, which is removed when it is closed.
  public HeldWorld fresh(WorldChoice choice, Serving serving) {
    var temporary = Folders.temporary("outcrop-world-");
    try {
      WorldFolder.create(temporary, choice.world());
      var sandbox = start(choice.name(), temporary, serving);
      var running = RunningWorld.of(choice.name(), sandbox, session.clock());
      return HeldWorld.of(running, temporary, sandbox, () -> Folders.remove(temporary));
    } catch (Complaint | UncheckedIOException lost) {
      Folders.remove(temporary);
      throw lost;
    }
  }

  /// The running world of that name, if a process holds it.
  public Optional<RunningWorld> running(String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    var lock = WorldLock.take(lockFile(name));
    if (lock.isPresent()) {
      lock.get().close();
      return Optional.empty();
    }
    return published(name);
  }

  /// The running world that answers at `endpoint`.
  public Optional<RunningWorld> at(URI endpoint) {
    return names().stream()
        .flatMap(name -> published(name).stream())
        .filter(world -> world.endpoint().getPort() == endpoint.getPort())
        .filter(world -> world.endpoint().getHost().equals(endpoint.getHost()))
        .filter(world -> running(world.name()).isPresent())
        .findFirst();
  }

  /// The names of the worlds whose state is kept, sorted.
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries
          .filter(WorldFolder::exists)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The world that was made of the file `origin` when it said `text`, if its state is kept.
  Optional<String> keptFrom(String origin, String text) {
    return names().stream()
        .filter(name -> originOf(home(name)).equals(origin(origin, text)))
        .findFirst();
  }

  /// Forgets a world's state; whether there was any.
  public boolean reset(String name) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    var lock = WorldLock.take(lockFile(name));
    if (lock.isEmpty()) {
      throw Complaint.usage(
          "the world `" + name + "` is in use" + by(published(name)), "end that process first");
    }
    try (var _ = lock.get()) {
      var there = Files.exists(home(name));
      Folders.remove(home(name));
      Files.deleteIfExists(publishedFile(name));
      return there;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private HeldWorld hold(WorldChoice choice, Serving serving, WorldLock lock) {
    var home = home(choice.name());
    try {
      if (WorldFolder.exists(home)) {
        sameOrigin(choice, home);
      } else {
        create(choice, home);
      }
      var sandbox = start(choice.name(), home, serving);
      var running = RunningWorld.of(choice.name(), sandbox, session.clock());
      var file = publishedFile(choice.name());
      var held =
          HeldWorld.of(
              running,
              home,
              sandbox,
              () -> {
                Folders.remove(file);
                lock.close();
              });
      Folders.writePrivate(file, running.published());
      return held;
    } catch (Complaint | UncheckedIOException | IllegalStateException lost) {
      lock.close();
      throw lost;
    }
  }

  private void create(WorldChoice choice, Path home) {
    var growing = folder.resolve(".new-" + choice.name());
    Folders.remove(growing);
    WorldFolder.create(Folders.make(growing), home, choice.world());
    Folders.writePrivate(growing.resolve(ORIGIN), origin(choice.origin(), choice.text()));
    try {
      Files.move(growing, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void sameOrigin(WorldChoice choice, Path home) {
    var before = originOf(home);
    if (choice.isBuiltIn() || before.equals(origin(choice.origin(), choice.text()))) {
      return;
    }
    if (!before.startsWith(choice.origin() + "\n")) {
      throw Complaint.usage(
          "the state of a world `" + choice.name() + "` from another file is kept",
          "outcrop sandbox reset " + choice.name());
    }
    session
        .terminal()
        .tell(
            "note: `%s` has changed since its world was made; `outcrop sandbox reset %s` makes it anew"
                .formatted(choice.origin(), choice.name()));
  }

  private static String originOf(Path home) {
    return read(home.resolve(ORIGIN)).orElse("");
  }

  private static String origin(String origin, String text) {
    return origin + "\n" + Integer.toHexString(text.hashCode()) + "\n";
  }

  /// The file that clients have to trust to speak TLS to a world; made if it is missing.
  public Path certificate() {
    return CertificateAuthority.in(Folders.state(session), session.clock()).certificate();
  }

  private Sandbox start(String name, Path home, Serving serving) {
    try {
      var options =
          Sandbox.Options.in(home)
              .onHost(serving.host())
              .onPort(serving.port())
              .withAuthority(Folders.state(session))
              .tellingBlocked(this::tellBlocked)
              .answeredBy(serving.upstream());
      return Sandbox.start(
          serving.clock().isEmpty()
              ? options
              : options.withClock(moved(serving.clock().getFirst())));
    } catch (PortTakenException taken) {
      throw Complaint.usage(
          "port "
              + taken.port()
              + " of "
              + serving.host().getHostAddress()
              + " is taken, or may not be used",
          "another one: --port 4600; any free one: --port 0");
    } catch (UncheckedIOException refused) {
      var reason = Failures.reason(refused.getCause());
      throw Complaint.unknown(
          "the world `" + name + "` cannot be started: " + reason,
          "outcrop sandbox reset " + name + " makes it anew");
    }
  }

  private void tellBlocked(String host) {
    session.terminal().tell("blocked: " + host + ", a call that would have left this machine");
  }

  private InstantSource moved(Instant start) {
    return InstantSource.offset(
        session.clock(), Duration.between(session.clock().instant(), start));
  }

  private void sameClock(RunningWorld running, List<Instant> clock) {
    if (clock.isEmpty()) {
      return;
    }
    var now = running.clock(session.clock()).instant();
    if (Duration.between(now, clock.getFirst()).abs().compareTo(Duration.ofMinutes(1)) > 0) {
      throw Complaint.usage(
          "the world `"
              + running.name()
              + "` is in use"
              + by(Optional.of(running))
              + " and its clock says "
              + now,
          "end that process first, or leave out `--clock`");
    }
  }

  private static String by(Optional<RunningWorld> running) {
    return running.map(world -> " by process " + world.process()).orElse("");
  }

  private Optional<RunningWorld> published(String name) {
    return read(publishedFile(name)).flatMap(RunningWorld::read);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Complaint.unknown("interrupted", "");
    }
  }

  private Path home(String name) {
    return folder.resolve(name);
  }

  private Path lockFile(String name) {
    return folder.resolve("." + name + ".lock");
  }

  private Path publishedFile(String name) {
    return folder.resolve("." + name + ".running.json");
  }
}
