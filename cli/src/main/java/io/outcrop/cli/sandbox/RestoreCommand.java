package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;

/// `outcrop sandbox restore`.
public final class RestoreCommand implements Command {
  /// The command.
  public RestoreCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox restore", "bring back what a snapshot kept")
        .withOperands("NAME FILE", 2)
        .withExamples("outcrop sandbox restore seed-a before.json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().size() < 2) {
      throw Complaint.usage("a world and a file are needed", "outcrop sandbox restore NAME FILE");
    }
    var text = WorldChoice.text(arguments.operands().get(1), session);
    try (var world = SteeredWorld.named(arguments.operands().getFirst(), session)) {
      var now = SteeredWorld.done(world.steering().restore(text)).text("now").orElse("");
      session
          .terminal()
          .print("the world `%s` is what it was at %s\n".formatted(world.name(), now));
    }
    return ExitCode.FINE;
  }
}
