package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.Folders;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.json.JsonWriter;
import java.nio.file.Files;

/// `outcrop sandbox snapshot`.
public final class SnapshotCommand implements Command {
  /// The command.
  public SnapshotCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox snapshot", "keep everything in a world, its keys too, in a file")
        .withOperands("NAME FILE", 2)
        .withExamples(
            "outcrop sandbox snapshot seed-a before.json",
            "outcrop fix --world seed-a",
            "outcrop sandbox restore seed-a before.json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().size() < 2) {
      throw Complaint.usage("a world and a file are needed", "outcrop sandbox snapshot NAME FILE");
    }
    var file = session.file(arguments.operands().get(1));
    var folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw Complaint.usage(
          "`" + arguments.operands().get(1) + "` cannot be written", "name a file elsewhere");
    }
    try (var world = SteeredWorld.named(arguments.operands().getFirst(), session)) {
      var snapshot = SteeredWorld.done(world.steering().snapshot());
      Folders.writePrivate(file, JsonWriter.pretty(snapshot) + "\n");
      session
          .terminal()
          .print(
              "the world `%s` of %s is kept in `%s`, which holds its keys\n"
                  .formatted(
                      world.name(), snapshot.text("at").orElse(""), arguments.operands().get(1)));
    }
    return ExitCode.FINE;
  }
}
