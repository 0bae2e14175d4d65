package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Scope;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Where a command looks: AWS as this process reaches it, or a world. Closing it ends a world that
/// this process holds.
public final class Place implements AutoCloseable {
  private final Wishes wishes;
  private final ClientSide client;
  private final List<URI> endpoint;
  private final Optional<RunningWorld> world;
  private final InstantSource clock;
  private final Path journals;
  private final List<HeldWorld> held;

  private Place(
      Wishes wishes,
      ClientSide client,
      List<URI> endpoint,
      Optional<RunningWorld> world,
      InstantSource clock,
      Path journals,
      List<HeldWorld> held) {
    this.wishes = wishes;
    this.client = client;
    this.endpoint = endpoint;
    this.world = world;
    this.clock = clock;
    this.journals = journals;
    this.held = held;
  }

  /// The place that is wished for.
  public static Place open(Wishes wishes, Session session) {
    if (wishes.world().isEmpty()) {
      return aws(wishes, session);
    }
    var choice = WorldChoice.of(wishes.world(), session);
    return switch (new WorldStore(session).open(choice, Serving.usual().at(wishes.clock()))) {
      case WorldStore.Opened.Held(var world) ->
          in(wishes, world.running(), world.folder(), session, List.of(world));
      case WorldStore.Opened.Joined(var world, var folder) ->
          in(wishes, world, folder, session, List.of());
    };
  }

  /// A world that the caller holds, and closes.
  public static Place in(Wishes wishes, HeldWorld world, Session session) {
    return in(wishes, world.running(), world.folder(), session, List.of());
  }

  private static Place aws(Wishes wishes, Session session) {
    var client = clientOf(session).with(wishes.client());
    var said = Settings.of(client, wishes.profile()).endpoint();
    var everywhere =
        wishes.endpoint().isEmpty() && said.isSet()
            ? List.of(Wishes.endpoint(said.value(), said.name()))
            : wishes.endpoint();
    var store = new WorldStore(session);
    var world = everywhere.stream().flatMap(uri -> store.at(uri).stream()).findFirst();
    var endpoint = world.isPresent() ? everywhere : wishes.endpoint();
    var clock = world.map(found -> found.clock(session.clock())).orElse(session.clock());
    var journals = Folders.state(session).resolve("journals");
    return new Place(wishes, client, endpoint, world, clock, journals, List.of());
  }

  private static Place in(
      Wishes wishes, RunningWorld world, Path folder, Session session, List<HeldWorld> held) {
    return new Place(
        wishes,
        clientOf(world.client()).with(wishes.client()),
        List.of(world.endpoint()),
        Optional.of(world),
        world.clock(session.clock()),
        folder.resolve("journals"),
        held);
  }

  /// The client side of a world.
  public static ClientSide clientOf(Sandbox.ClientFolder folder) {
    return new ClientSide(
        folder.environment(), folder.home(), folder.workingDirectory(), folder.clockOffset(), true);
  }

  private static ClientSide clientOf(Session session) {
    return new ClientSide(
        session.environment(), session.home(), session.workingDirectory(), Duration.ZERO, false);
  }

  /// What to examine now; the client side is read anew each time, since a cure may have changed it.
  public ExaminationRequest request() {
    var settings = Settings.of(client, wishes.profile());
    var subject = world.map(RunningWorld::subject);
    return new ExaminationRequest(
        client,
        chosen(settings.model(), "--model", wishes.model(), subject.map(Sandbox.Subject::model)),
        chosen(
            settings.region(),
            "--region",
            wishes.region(),
            subject.map(Sandbox.Subject::region).filter(_ -> client.environment().isEmpty())),
        wishes.profile(),
        adminProfile(),
        wishes.probing(),
        endpoint.isEmpty() ? null : endpoint.getFirst(),
        wishes.timeout(),
        clock,
        List.of(),
        scope());
  }

  private Scope scope() {
    var scope = wishes.call() == ClientCall.INVOKE ? Scope.ALL : Scope.ALL.of(wishes.call());
    var guarded = wishes.guardrail().stream().findFirst().map(scope::under).orElse(scope);
    return wishes.expected().stream().findFirst().map(guarded::expecting).orElse(guarded);
  }

  /// The world's name; empty for AWS.
  public String world() {
    return world.map(RunningWorld::name).orElse("");
  }

  /// Where the journals of plans are kept.
  public Path journals() {
    return journals;
  }

  @Override
  public void close() {
    held.forEach(HeldWorld::close);
  }

  private String adminProfile() {
    var usual =
        client.sandboxed() ? world.map(found -> found.client().adminProfile()) : Optional.of("");
    return wishes.adminProfile().isEmpty() ? usual.orElse("") : wishes.adminProfile();
  }

  private Setting chosen(Setting said, String option, String wished, Optional<String> usual) {
    if (!wished.isEmpty()) {
      return new Setting(said.name(), wished, option);
    }
    if (said.isSet() || !client.sandboxed() || usual.isEmpty()) {
      return said;
    }
    return new Setting(said.name(), usual.get(), "world");
  }
}
