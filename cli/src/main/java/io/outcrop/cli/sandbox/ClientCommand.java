package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.Child;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.util.List;

/// `outcrop sandbox client`.
public final class ClientCommand implements Command {
  /// The command.
  public ClientCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox client", "run a command as a client of a fresh copy of a world")
        .withOperands("-- CMD …", 0)
        .withTrailing()
        .with(PlaceOptions.WORLD)
        .with(List.of(ServingOptions.PROXY))
        .with(ServingOptions.ANSWERS)
        .withExamples(
            "outcrop sandbox client -- aws sts get-caller-identity",
            "outcrop sandbox client --world seed-c -- node app.mjs");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.trailing().isEmpty()) {
      throw Complaint.usage("no command is named", "outcrop sandbox client [--world W] -- CMD …");
    }
    var choice = WorldChoice.of(Wishes.worldOrHealthy(arguments, session), session);
    var serving = ServingOptions.of(arguments, session);
    try (var held = new WorldStore(session).fresh(choice, serving)) {
      var environment =
          arguments.has("--proxy")
              ? WorldEnvironment.proxied(held.running(), held.certificate().get(), session)
              : WorldEnvironment.of(held.running(), session);
      var command = arguments.trailing();
      try (var child = Child.attached(command, environment.set(), environment.unset(), session)) {
        return child.code();
      }
    }
  }
}
