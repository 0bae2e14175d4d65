package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.HeldWorld;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `outcrop sandbox serve`.
public final class ServeCommand implements Command {
  /// The command.
  public ServeCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox serve", "let a world answer as AWS would, until Ctrl-C")
        .with(List.of(ServingOptions.PORT, ServingOptions.HOST))
        .with(ServingOptions.ANSWERS)
        .with(PlaceOptions.WORLD)
        .with(ViewOptions.OPTIONS)
        .withExamples("outcrop sandbox serve", "outcrop sandbox serve --world seed-a --port 0");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    var serving =
        ServingOptions.of(arguments, session)
            .at(ServingOptions.host(arguments), ServingOptions.port(arguments));
    var value = Wishes.worldOrHealthy(arguments, session);
    var choice = WorldChoice.of(value, session);
    var opened = new WorldStore(session).open(choice, serving);
    return switch (opened) {
      case WorldStore.Opened.Joined(var world, var _) ->
          throw Complaint.usage(
              "the world `%s` is served by process %d at %s already"
                  .formatted(world.name(), world.process(), world.endpoint()),
              "use that one, or end it first");
      case WorldStore.Opened.Held(var held) -> {
        try (held) {
          say(held, value, view);
          yield untilTold();
        }
      }
    };
  }

  private static void say(HeldWorld held, String value, View view) {
    var world = held.running();
    var certificate = held.certificate().get();
    view.write(
        _ ->
            """
            sandbox `%s` answers at %s

            point a client at it:
              eval "$(outcrop sandbox env --world %s)"
            or run one command in a fresh copy of it:
              outcrop sandbox client --world %s -- CMD
            or, if AWS's hosts are built into it, lead it here and let it trust this sandbox:
              HTTPS_PROXY=%s AWS_CA_BUNDLE=%s CMD

            end it with Ctrl-C
            """
                .formatted(
                    world.name(), world.endpoint(), value, value, world.endpoint(), certificate),
        () ->
            Json.object()
                .with("formatVersion", Json.of(1))
                .with("sandbox", Json.of(true))
                .with("world", Json.of(world.name()))
                .with("endpoint", Json.of(world.endpoint().toString()))
                .with("certificate", Json.of(certificate.toString()))
                .with("process", Json.of(world.process())));
  }

  private static int untilTold() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }
}
