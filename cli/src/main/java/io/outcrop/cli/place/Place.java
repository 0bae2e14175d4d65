package io.outcrop.cli.place;

import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.place.Wishes.Where;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.client.Variables;
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
  ///
  /// @throws Complaint if it cannot be, or has no administrator's profile of the name that is given
  public static Place open(Wishes wishes, Session session) {
    var place =
        switch (wishes.where()) {
          case Where.Aws(var endpoint) -> aws(wishes, endpoint, session);
          case Where.InWorld world -> open(wishes, world, session);
        };
    try {
      place.knowsAdministrator();
      return place;
    } catch (Complaint complaint) {
      place.close();
      throw complaint;
    }
  }

  /// Without the profile that was to look, less would be seen, and nobody would know why.
  private void knowsAdministrator() {
    var name = wishes.named().adminProfile();
    if (name.isEmpty()) {
      return;
    }
    var files = AwsFiles.of(client);
    if (files.profile(name).isEmpty()) {
      throw Complaint.usage(
          "`--admin-profile` is `%s`, and neither `%s` nor `%s` has that profile"
              .formatted(
                  name, files.shown(files.configPath()), files.shown(files.credentialsPath())),
          Nearest.to(name, files.profileNames())
              .map(nearest -> "did you mean `" + nearest + "`?")
              .orElse(
                  files.profileNames().isEmpty()
                      ? "aws configure --profile " + name
                      : "there are " + String.join(", ", files.profileNames())));
    }
  }

  private static Place open(Wishes wishes, Where.InWorld where, Session session) {
    var choice = WorldChoice.of(where.name(), session);
    return switch (new WorldStore(session).open(choice, Serving.usual().at(where.clock()))) {
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

  private static Place aws(Wishes wishes, List<URI> given, Session session) {
    var client = clientOf(session).with(wishes.client());
    var said = Settings.of(client, wishes.named().profile()).endpoint();
    var everywhere =
        given.isEmpty() && said.isSet()
            ? List.of(Wishes.endpoint(said.value(), said.name()))
            : given;
    var store = new WorldStore(session);
    var world = everywhere.stream().flatMap(uri -> store.at(uri).stream()).findFirst();
    var endpoint =
        world.isPresent() && !callsModelsElsewhere(client, wishes.named(), said)
            ? everywhere
            : given;
    var clock = world.map(found -> found.clock(session.clock())).orElse(session.clock());
    var journals = Folders.state(session).resolve("journals");
    return new Place(wishes, client, endpoint, world, clock, journals, List.of());
  }

  /// Whether the client side has an address of its own for models beside the one for all services:
  /// then each service is called where the client calls it. Of a file that names the first, other
  /// profiles know nothing, and would leave the world.
  private static boolean callsModelsElsewhere(
      ClientSide client, Wishes.Named named, Setting ofAll) {
    var ofModels = EndpointSettings.of(client, named.profile()).of("bedrock-runtime");
    var isKnownToAll =
        ofAll.origin().equals(Variables.ENVIRONMENT)
            || (named.profile().isEmpty() && named.adminProfile().isEmpty());
    return ofAll.isSet() && isKnownToAll && !ofModels.value().equals(ofAll.value());
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
    var named = wishes.named();
    var settings = Settings.of(client, named.profile());
    var subject = world.map(RunningWorld::subject);
    return new ExaminationRequest(
        client,
        chosen(settings.model(), "--model", named.model(), subject.map(Sandbox.Subject::model)),
        chosen(
            settings.region(),
            "--region",
            named.region(),
            subject.map(Sandbox.Subject::region).filter(_ -> client.environment().isEmpty())),
        named.profile(),
        adminProfile(),
        wishes.probing(),
        endpoint.isEmpty() ? null : endpoint.getFirst(),
        wishes.timeout(),
        clock,
        List.of(),
        wishes.scope());
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
    var wished = wishes.named().adminProfile();
    return wished.isEmpty() ? usual.orElse("") : wished;
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
