package io.outcrop.cli.demo;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import java.util.ArrayList;
import java.util.List;

/// `outcrop demo`.
public final class DemoCommand implements Command {
  private static final List<String> WORLDS =
      List.of("seed-a", "seed-b", "seed-c", "seed-d", "seed-e");

  /// The command.
  public DemoCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("demo", "watch five broken accounts being understood, mended and proved")
        .with(ViewOptions.OPTIONS)
        .withExamples("outcrop demo", "outcrop demo --json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    var scenes = new ArrayList<Scene>();
    view.part(DemoText::opening);
    for (var world : WORLDS) {
      scenes.add(new Play(world, view, session).perform());
    }
    view.part(look -> DemoText.table(scenes, look));
    view.rest(look -> DemoText.table(scenes, look), () -> DemoJson.of(scenes));
    return scenes.stream().allMatch(Scene::streamed) ? ExitCode.FINE : ExitCode.PROBLEM;
  }
}
