package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.sandbox.world.Worlds;
import io.outcrop.sandbox.world.YamlWriter;
import java.util.List;

/// `outcrop sandbox show`.
public final class ShowCommand implements Command {
  /// The command.
  public ShowCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox show", "print a world's file")
        .withOperands("NAME|FILE", 1)
        .with(
            List.of(
                Option.flag("--whole", "with all that the world takes from the one it extends")))
        .withExamples(
            "outcrop sandbox show scp-explicit-deny", "outcrop sandbox show --whole seed-a");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().isEmpty()) {
      throw Complaint.usage("no world is named", "outcrop sandbox show NAME");
    }
    var choice = WorldChoice.of(arguments.operands().getFirst(), session);
    var text = choice.isBuiltIn() ? Worlds.text(choice.name()) : choice.text();
    session
        .terminal()
        .print(arguments.has("--whole") ? YamlWriter.write(choice.world().source()) : text);
    return ExitCode.FINE;
  }
}
