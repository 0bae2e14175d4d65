package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.sandbox.world.Worlds;
import io.outcrop.sandbox.world.YamlWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/// `outcrop sandbox new`.
public final class NewCommand implements Command {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /// The command.
  public NewCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox new", "write a world's file to start from")
        .withOperands("NAME", 1)
        .with(
            List.of(
                Option.of("--from", "WORLD", "the built-in world that it extends (application)"),
                Option.flag("--whole", "write all of that world instead of extending it")))
        .withExamples(
            "outcrop sandbox new mine --from organization",
            "outcrop sandbox lint mine.yaml",
            "outcrop doctor --world mine.yaml");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().isEmpty()) {
      throw Complaint.usage("the world has no name", "outcrop sandbox new NAME");
    }
    var name = arguments.operands().getFirst();
    if (Worlds.builtIn().contains(name)) {
      throw Complaint.usage("`" + name + "` is a built-in world already", "give it another name");
    }
    if (!NAME.matcher(name).matches()) {
      throw Complaint.usage(
          "`" + name + "` is no name for a world",
          "a name has letters, digits, dots, dashes and underscores, at most 64");
    }
    var base = base(arguments.value("--from").orElse("application"));
    var file = name + ".yaml";
    write(file, arguments.has("--whole") ? whole(name, base) : extending(name, base), session);
    session
        .terminal()
        .print("`" + file + "` is written\n\nNext:\n  outcrop sandbox lint " + file + "\n");
    return ExitCode.FINE;
  }

  private static String base(String name) {
    if (!Worlds.builtIn().contains(name)) {
      throw Complaint.usage(
          "there is no built-in world `" + name + "`",
          Nearest.to(name, Worlds.builtIn())
              .map(near -> "did you mean `" + near + "`?")
              .orElse("outcrop sandbox worlds lists them"));
    }
    return name;
  }

  private static String extending(String name, String base) {
    return """
    # A world begins as the built-in one that it extends. Say here what is different: objects
    # are laid over objects, anything else takes the old value's place, null takes it away.
    # `outcrop sandbox show --whole %s` shows what there is.
    formatVersion: 1
    name: %s
    summary: One sentence on what is different here
    extends: %s
    """
        .formatted(base, name, base);
  }

  private static String whole(String name, String base) {
    return YamlWriter.write(Worlds.get(base).source())
        .replaceFirst("(?m)^name: .*$", "name: " + name);
  }

  private static void write(String file, String text, Session session) {
    try {
      Files.writeString(session.file(file), text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException _) {
      throw Complaint.usage("`" + file + "` is there already", "give the world another name");
    } catch (IOException refused) {
      throw Complaint.usage(
          "`" + file + "` cannot be written: " + refused.getMessage(), "go to another folder");
    }
  }
}
