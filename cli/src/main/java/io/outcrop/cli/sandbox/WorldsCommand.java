package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import io.outcrop.sandbox.world.Worlds;
import java.util.List;
import java.util.stream.Stream;

/// `outcrop sandbox worlds`.
public final class WorldsCommand implements Command {
  /// The command.
  public WorldsCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox worlds", "list the built-in worlds, and those with a state")
        .with(ViewOptions.OPTIONS);
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var store = new WorldStore(session);
    var kept = store.names();
    var own = kept.stream().filter(name -> !Worlds.builtIn().contains(name)).toList();
    View.of(arguments, session)
        .write(
            look -> text(kept, own, look),
            () ->
                Json.object()
                    .with("formatVersion", Json.of(1))
                    .with(
                        "worlds",
                        Json.array(
                            Stream.concat(Worlds.builtIn().stream(), own.stream())
                                .map(name -> world(name, kept, store))
                                .toList())));
    return ExitCode.FINE;
  }

  private static String text(List<String> kept, List<String> own, Look look) {
    var page = new Page();
    var longest =
        Stream.concat(Worlds.builtIn().stream(), own.stream()).mapToInt(String::length).max();
    var column = longest.orElse(0) + 3;
    for (var name : Worlds.builtIn()) {
      page.labelled(
          0, name + (kept.contains(name) ? " *" : ""), column, Styled.prose(Worlds.summary(name)));
    }
    own.forEach(
        name -> page.labelled(0, name + " *", column, Styled.of(Style.PLAIN, "from a file")));
    if (!kept.isEmpty()) {
      page.gap().text(0, Styled.prose("* has a state; `outcrop sandbox reset NAME` forgets it"));
    }
    page.gap()
        .text(0, Styled.of(Style.PLAIN, "Next:"))
        .verbatim(2, "outcrop doctor --world seed-a");
    return page.render(look);
  }

  private static Json.Obj world(String name, List<String> kept, WorldStore store) {
    var builtIn = Worlds.builtIn().contains(name);
    var running = store.running(name);
    return Json.object()
        .with("name", Json.of(name))
        .with("summary", Json.of(builtIn ? Worlds.summary(name) : ""))
        .with("builtIn", Json.of(builtIn))
        .with("hasState", Json.of(kept.contains(name)))
        .with(
            "endpoint",
            running.<Json>map(world -> Json.of(world.endpoint().toString())).orElse(Json.ofNull()));
  }
}
