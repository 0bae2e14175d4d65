package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import java.util.List;

/// `outcrop sandbox env`.
public final class EnvCommand implements Command {
  /// The command.
  public EnvCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox env", "print what points a client at a world that is being served")
        .with(
            List.of(
                Option.of("--shell", "SHELL", "sh (the default) or powershell"),
                ServingOptions.PROXY))
        .with(List.of(PlaceOptions.WORLD.getFirst()))
        .withExamples("eval \"$(outcrop sandbox env --world seed-a)\"");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var shell = arguments.value("--shell").orElse("sh");
    if (!shell.equals("sh") && !shell.equals("powershell")) {
      throw Complaint.usage("`--shell` is sh or powershell, not `" + shell + "`", "--shell sh");
    }
    var value = Wishes.worldOrHealthy(arguments, session);
    var choice = WorldChoice.of(value, session);
    var store = new WorldStore(session);
    var running =
        store
            .running(choice.name())
            .orElseThrow(() ->
                Complaint.usage(
                    "nobody serves the world `" + choice.name() + "`",
                    "outcrop sandbox serve --world " + value));
    var environment =
        arguments.has("--proxy")
            ? WorldEnvironment.proxied(running, store.certificate(), session)
            : WorldEnvironment.of(running, session);
    session.terminal().print(shell.equals("sh") ? sh(environment) : powershell(environment));
    return ExitCode.FINE;
  }

  private static String sh(WorldEnvironment environment) {
    var out = new StringBuilder();
    out.append("unset ").append(String.join(" ", environment.unset())).append('\n');
    environment
        .set()
        .forEach((name, value) ->
            out.append("export %s='%s'\n".formatted(name, value.replace("'", "'\\''"))));
    return out.toString();
  }

  private static String powershell(WorldEnvironment environment) {
    var out = new StringBuilder();
    environment
        .unset()
        .forEach(name ->
            out.append("Remove-Item Env:%s -ErrorAction SilentlyContinue\n".formatted(name)));
    environment
        .set()
        .forEach((name, value) ->
            out.append("$env:%s = '%s'\n".formatted(name, value.replace("'", "''"))));
    return out.toString();
  }
}
