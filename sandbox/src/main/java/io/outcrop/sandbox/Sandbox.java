package io.outcrop.sandbox;

import io.outcrop.aws.Secret;
import io.outcrop.http.certificate.CertificateAuthority;
import io.outcrop.http.client.Caller;
import io.outcrop.http.server.Proxy;
import io.outcrop.http.server.ServerSettings;
import io.outcrop.http.server.Tls;
import io.outcrop.json.Json;
import io.outcrop.sandbox.live.ClientFiles;
import io.outcrop.sandbox.live.ControlToken;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.service.Services;
import io.outcrop.sandbox.steering.Control;
import io.outcrop.sandbox.steering.ControlDoor;
import io.outcrop.sandbox.steering.Steering;
import io.outcrop.sandbox.upstream.Upstream;
import io.outcrop.sandbox.wire.SandboxServer;
import io.outcrop.sandbox.world.RealmWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A running sandbox: one world, one port. Closing it leaves no thread and no socket; what happened
/// in the world stays in its folder.
public final class Sandbox implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());

  /// How long the one who answers in the models' places may take to be reached, and to begin.
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path folder;
  private final LiveWorld world;
  private final CertificateAuthority authority;
  private final SandboxServer server;
  private final List<Caller> callers;

  private Sandbox(
      Path folder,
      LiveWorld world,
      CertificateAuthority authority,
      SandboxServer server,
      List<Caller> callers) {
    this.folder = folder;
    this.world = world;
    this.authority = authority;
    this.server = server;
    this.callers = callers;
  }

  /// How a sandbox is started.
  ///
  /// @param folder where the world lives; made by [WorldFolder#create]
  /// @param host the address to listen on; any other than the loopback address lets other machines
  ///   in, who still need keys
  /// @param port 0 for any free one
  /// @param clock the world's clock instead of its own; null for its own, which started where the
  ///   world says when the folder was made and runs on
  /// @param authority the folder of the authority that vouches for it over TLS; several sandboxes
  ///   may share one
  /// @param blocked told each host that a client wanted through the proxy and that is not served: a
  ///   call that would have left this machine. Called on a thread that must not wait
  /// @param answers none or one: who answers in the models' places instead of the stand-in
  public record Options(
      Path folder,
      InetAddress host,
      int port,
      @Nullable InstantSource clock,
      Path authority,
      Consumer<String> blocked,
      List<AnswersFrom> answers) {
    public Options {
      answers = List.copyOf(answers);
    }

    /// The loopback address, any free port, the world's own clock; the authority lies in the
    /// world's folder, and blocked calls are logged.
    public static Options in(Path folder) {
      return new Options(
          folder,
          InetAddress.getLoopbackAddress(),
          0,
          null,
          folder,
          Sandbox::logBlocked,
          List.of());
    }

    /// On that port.
    public Options onPort(int other) {
      return new Options(folder, host, other, clock, authority, blocked, answers);
    }

    /// On that address.
    public Options onHost(InetAddress other) {
      return new Options(folder, other, port, clock, authority, blocked, answers);
    }

    /// With that clock; null for the world's own.
    public Options withClock(@Nullable InstantSource other) {
      return new Options(folder, host, port, other, authority, blocked, answers);
    }

    /// With the authority of that folder.
    public Options withAuthority(Path other) {
      return new Options(folder, host, port, clock, other, blocked, answers);
    }

    /// With answers from there, if from anywhere.
    public Options answeredBy(List<AnswersFrom> other) {
      return new Options(folder, host, port, clock, authority, blocked, other);
    }

    /// Telling that of every call that was blocked.
    public Options tellingBlocked(Consumer<String> other) {
      return new Options(folder, host, port, clock, authority, other, answers);
    }
  }

  /// An endpoint that speaks Anthropic's Messages. Whether a call may be made at all is decided
  /// before it is asked.
  ///
  /// @param endpoint what stands before `/v1/messages`
  /// @param key its key; empty if it wants none
  /// @param model by which name it knows the model; empty for the name of the model that is called
  public record AnswersFrom(URI endpoint, Secret key, String model) {}

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

  /// Starts a world.
  ///
  /// @throws java.io.UncheckedIOException if the port is taken or the folder cannot be read
  public static Sandbox start(Options options) {
    var machine = InstantSource.system();
    var world = LiveWorld.open(options.folder(), options.clock(), machine);
    var authority = CertificateAuthority.in(options.authority(), machine);
    var settings =
        ServerSettings.onPort(options.port())
            .onHost(options.host())
            .with(new Tls.By(authority))
            .with(new Proxy(_ -> false, options.blocked()));
    var callers = options.answers().stream().map(_ -> new Caller(CONNECT, PATIENCE)).toList();
    try {
      var services = services(world, callers, options.answers());
      var control = new Control(world, options.folder());
      var token = ControlToken.draw(options.folder());
      var server =
          SandboxServer.start(
              settings, world, services, machine, aws -> new ControlDoor(aws, control, token));
      return new Sandbox(options.folder(), world, authority, server, callers);
    } catch (UncheckedIOException unavailable) {
      callers.forEach(Caller::close);
      world.close();
      throw unavailable;
    }
  }

  private static Services services(
      LiveWorld world, List<Caller> callers, List<AnswersFrom> answers) {
    if (answers.isEmpty()) {
      return new Services(world, Sandbox::pause);
    }
    var from = answers.getFirst();
    var upstream = new Upstream(callers.getFirst(), from.endpoint(), from.key(), from.model());
    return new Services(world, upstream, Sandbox::pause);
  }

  private static void logBlocked(String host) {
    LOG.log(System.Logger.Level.WARNING, "event=call-blocked host=" + host);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// `http://127.0.0.1:PORT`. Also what `HTTPS_PROXY` and `HTTP_PROXY` may be set to.
  public URI endpoint() {
    return server.endpoint();
  }

  /// `https://127.0.0.1:PORT`, for clients that trust [#certificate].
  public URI secureEndpoint() {
    return server.secureEndpoint();
  }

  /// The file that clients have to trust to speak TLS (`AWS_CA_BUNDLE`, `NODE_EXTRA_CA_CERTS`,
  /// `curl --cacert`); made if it is not there.
  ///
  /// @throws java.io.UncheckedIOException if it cannot be
  public Path certificate() {
    return authority.certificate();
  }

  /// The client side of this world.
  public ClientFolder client() {
    var realm = world.realm();
    return new ClientFolder(
        new ClientFiles(realm).environment(folder),
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

  /// Moves the world's clock by `time`: sessions end, agreements come into force, quotas fill up
  /// again. It stays moved when the world is opened again.
  public void moveClock(Duration time) {
    world.moveClock(time);
  }

  /// Moves the world's clock to `instant`, from where it runs on.
  public void setClock(Instant instant) {
    world.moveClock(Duration.between(world.clock().instant(), instant));
  }

  /// Steers this world: its faults, clock, traces and snapshots.
  public Steering steering() {
    return Steering.of(endpoint(), folder);
  }

  /// Everything in the world as it is now, in the form of a world's file, secrets among it.
  public Json.Obj document() {
    return RealmWriter.write(world.realm());
  }

  @Override
  public void close() {
    server.close();
    callers.forEach(Caller::close);
    world.close();
  }
}
