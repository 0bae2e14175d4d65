package io.outcrop.cli;

import io.outcrop.cli.arguments.ArgumentReader;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Parsing;
import io.outcrop.cli.arguments.Usage;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.OutputClosed;
import io.outcrop.cli.version.VersionCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// Runs one command line and turns whatever comes of it into an exit code.
public final class Outcrop {
  private Outcrop() {}

  /// Runs `words`; returns the exit code.
  public static int run(List<String> words, Session session) {
    try {
      return dispatch(words, session);
    } catch (Complaint complaint) {
      complain(complaint, session);
      return complaint.code();
    } catch (OutputClosed closed) {
      return closed(closed, session);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      return bug(bug, words, session);
    }
  }

  private static int dispatch(List<String> words, Session session) {
    if (words.isEmpty()) {
      session.terminal().tell(HelpText.TOP.stripTrailing());
      return ExitCode.USAGE;
    }
    return switch (words.getFirst()) {
      case "--help", "-h" -> print(HelpText.TOP, session);
      case "--version" -> print("outcrop " + VersionCommand.program() + "\n", session);
      case "help" -> help(words.subList(1, words.size()), session);
      case "sandbox", "policy" -> group(words.getFirst(), words.subList(1, words.size()), session);
      default -> command(words.getFirst(), words.subList(1, words.size()), session);
    };
  }

  private static int command(String name, List<String> words, Session session) {
    if (name.startsWith("-")) {
      throw Complaint.usage(
          "the command comes first, not `" + name + "`", "outcrop COMMAND " + name + " …");
    }
    var command =
        Commands.find(name)
            .filter(_ -> !name.contains(" "))
            .orElseThrow(
                () -> unknown("there is no command `" + name + "`", name, Commands.NAMES, ""));
    return run(command, words, session);
  }

  private static int group(String group, List<String> words, Session session) {
    if (words.isEmpty()) {
      session.terminal().tell(HelpText.of(group).stripTrailing());
      return ExitCode.USAGE;
    }
    var name = words.getFirst();
    if (name.equals("--help") || name.equals("-h")) {
      return print(HelpText.of(group), session);
    }
    var command =
        Commands.find(group + " " + name)
            .orElseThrow(() ->
                unknown(
                    "`outcrop " + group + "` has no command `" + name + "`",
                    name,
                    Commands.of(group),
                    group + " "));
    return run(command, words.subList(1, words.size()), session);
  }

  private static int run(Command command, List<String> words, Session session) {
    var parsing = ArgumentReader.read(command.syntax(), words, session.environment());
    // The usual case comes first and plainly: a switch over types takes 10 ms when it is first met.
    if (parsing instanceof Parsing.Understood(var arguments)) {
      return command.run(arguments, session);
    }
    return switch (parsing) {
      case Parsing.Understood(var arguments) -> command.run(arguments, session);
      case Parsing.HelpWanted() -> print(Usage.of(command.syntax()), session);
      case Parsing.Wrong(var message, var help) -> throw Complaint.usage(message, help);
    };
  }

  private static int help(List<String> words, Session session) {
    var name = String.join(" ", words);
    if (words.isEmpty() || name.equals("help")) {
      return print(HelpText.TOP, session);
    }
    if (!Commands.of(name).isEmpty()) {
      return print(HelpText.of(name), session);
    }
    var command =
        Commands.find(name)
            .orElseThrow(
                () -> unknown("there is no command `" + name + "`", name, Commands.NAMES, ""));
    return print(Usage.of(command.syntax()), session);
  }

  private static int print(String text, Session session) {
    session.terminal().print(text);
    return ExitCode.FINE;
  }

  private static Complaint unknown(String message, String name, List<String> names, String before) {
    return Complaint.usage(
        message,
        Nearest.to(name, names)
            .map(nearest -> "did you mean `outcrop " + before + nearest + "`?")
            .orElse("outcrop help lists the commands"));
  }

  private static void complain(Complaint complaint, Session session) {
    session.terminal().tell("outcrop: " + complaint.message());
    if (!complaint.help().isEmpty()) {
      session.terminal().tell("help: " + complaint.help());
    }
  }

  private static int closed(OutputClosed closed, Session session) {
    if (closed.byReader()) {
      return ExitCode.FINE;
    }
    session.terminal().tell("outcrop: the answer could not be written: " + closed.getMessage());
    return ExitCode.UNKNOWN;
  }

  private static int bug(Throwable bug, List<String> words, Session session) {
    var terminal = session.terminal();
    terminal.tell(
        "outcrop: a mistake in outcrop itself: %s: %s"
            .formatted(bug.getClass().getSimpleName(), bug.getMessage()));
    if (words.contains("-v") || words.contains("--verbose")) {
      var trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      terminal.tell(trace.toString().stripTrailing());
    } else {
      terminal.tell(
          "help: the same with `-v` shows where; what `outcrop version` prints helps too");
    }
    return ExitCode.BUG;
  }
}
