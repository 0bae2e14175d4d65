package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.sandbox.world.Worlds;
import java.util.stream.Stream;

/// `outcrop sandbox reset`.
public final class ResetCommand implements Command {
  /// The command.
  public ResetCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox reset", "forget what happened in a world")
        .withOperands("NAME", 1)
        .withExamples("outcrop sandbox reset seed-a");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().isEmpty()) {
      throw Complaint.usage("no world is named", "outcrop sandbox reset NAME");
    }
    var name = arguments.operands().getFirst();
    var store = new WorldStore(session);
    var known = Stream.concat(Worlds.builtIn().stream(), store.names().stream()).toList();
    if (!known.contains(name)) {
      throw Complaint.usage(
          "there is no world `" + name + "`",
          Nearest.to(name, known)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("outcrop sandbox worlds lists them"));
    }
    session
        .terminal()
        .print(
            store.reset(name)
                ? "the world `" + name + "` starts anew next time\n"
                : "nothing has happened in the world `" + name + "` yet\n");
    return ExitCode.FINE;
  }
}
