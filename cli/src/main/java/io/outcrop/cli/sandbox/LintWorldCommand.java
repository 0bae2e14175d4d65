package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import io.outcrop.sandbox.world.Worlds;
import java.util.List;

/// `outcrop sandbox lint`.
public final class LintWorldCommand implements Command {
  /// The command.
  public LintWorldCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox lint", "say what is wrong with a world's file, or surely not meant")
        .withOperands("FILE", 1)
        .with(ViewOptions.OPTIONS)
        .withExamples("outcrop sandbox lint mine.yaml");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().isEmpty()) {
      throw Complaint.usage("no file is named", "outcrop sandbox lint FILE");
    }
    var view = View.of(arguments, session);
    var name = arguments.operands().getFirst();
    var builtIn = Worlds.builtIn().contains(name);
    var text = builtIn ? Worlds.text(name) : WorldChoice.text(name, session);
    var remarks = WorldRemark.of(text);
    view.write(look -> text(name, builtIn, remarks, look), () -> json(name, remarks));
    return remarks.isEmpty() ? ExitCode.FINE : ExitCode.PROBLEM;
  }

  private static String text(String name, boolean builtIn, List<WorldRemark> remarks, Look look) {
    var page = new Page();
    for (var remark : remarks) {
      var problem = remark.problem();
      page.item(
          0,
          remark.wrong() ? Mark.BROKEN : Mark.WARNING,
          Styled.prose(
              "%s%s: %s%s"
                  .formatted(
                      name,
                      problem.position().isKnown()
                          ? ":" + problem.position().line() + ":" + problem.position().column()
                          : "",
                      problem.pointer().isEmpty() ? "" : "`" + problem.pointer() + "`: ",
                      problem.message())));
    }
    if (remarks.isEmpty()) {
      page.item(0, Mark.FINE, Styled.prose("`" + name + "` is a world, and nothing in it is odd"));
    }
    if (!builtIn && remarks.stream().noneMatch(WorldRemark::wrong)) {
      page.gap().text(0, Styled.of(Style.PLAIN, "Next:"));
      page.verbatim(2, "outcrop doctor --world " + name);
    }
    return page.render(look);
  }

  private static Json.Obj json(String name, List<WorldRemark> remarks) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("file", Json.of(name))
        .with("remarks", Json.array(remarks.stream().map(LintWorldCommand::json).toList()));
  }

  private static Json json(WorldRemark remark) {
    var problem = remark.problem();
    return Json.object()
        .with("severity", Json.of(remark.wrong() ? "error" : "warning"))
        .with("pointer", Json.of(problem.pointer()))
        .with("line", Json.of(problem.position().line()))
        .with("column", Json.of(problem.position().column()))
        .with("message", Json.of(problem.message()));
  }
}
