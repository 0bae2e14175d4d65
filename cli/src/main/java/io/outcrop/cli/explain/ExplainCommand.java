package io.outcrop.cli.explain;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.log.LogReader;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.lint.finding.FindingCatalogue;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.report.CausePage;
import io.outcrop.report.Ending;
import io.outcrop.report.ExplanationJson;
import io.outcrop.report.ExplanationText;
import io.outcrop.report.Pasted;
import io.outcrop.report.lint.FindingPages;
import io.outcrop.report.style.Look;
import java.nio.file.Files;
import java.util.List;

/// `outcrop explain`.
public final class ExplainCommand implements Command {
  /// The command.
  public ExplainCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("explain", "find the cause of a failure in its text")
        .withOperands("[FILE|-|SLUG] [-- CMD …]", 1)
        .withTrailing()
        .with(
            List.of(
                Option.flag(
                    "--jsonl",
                    "read {\"id\",\"message\"} a line, write {\"id\",\"causes\"} a line"),
                Option.flag("--list", "list all causes"),
                Option.flag("--short", "one line"),
                Option.of(
                    "--context", "K=V,…", "what is known besides: region=, model=, at=INSTANT")))
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop explain < error.txt",
            "outcrop explain iam-no-identity-policy-allow",
            "outcrop explain cloudtrail.json.gz",
            "outcrop explain -- aws bedrock-runtime invoke-model --model-id … out.json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    exclusive(arguments);
    var view = View.of(arguments, session);
    var causes = CauseCatalogue.shipped();
    if (arguments.has("--list")) {
      view.write(
          look -> CausePage.renderList(causes.causes(), look),
          () -> CausePage.jsonList(causes.causes()));
      return ExitCode.FINE;
    }
    var named = arguments.operands().isEmpty() ? "-" : arguments.operands().getFirst();
    var page = causes.find(named);
    if (page.isPresent()) {
      return page(page.get(), view);
    }
    // kinds of findings are many, and read only when nothing else has that name
    if (!named.equals("-") && !Files.exists(session.file(named))) {
      var finding = FindingCatalogue.shipped().find(named);
      if (finding.isPresent()) {
        view.write(
            look -> FindingPages.render(finding.get(), look),
            () -> FindingPages.json(finding.get()));
        return ExitCode.FINE;
      }
    }
    var context = ContextOption.read(arguments.text("--context"));
    var explainer = new Explainer(causes, ModelCatalogue.shipped());
    if (!arguments.trailing().isEmpty()) {
      return new WatchedCommand(explainer, context, view, session).run(arguments.trailing());
    }
    exists(named, causes, session);
    if (arguments.has("--jsonl")) {
      return new LineByLine(explainer, context, view.look().mask(), session).run(named);
    }
    var pasted = pasted(TextFile.read(named, session), explainer, context, session);
    view.write(
        look -> text(pasted, arguments.has("--short"), look), () -> ExplanationJson.of(pasted));
    return pasted.explanation().diagnoses().isEmpty() ? ExitCode.UNKNOWN : ExitCode.FINE;
  }

  private static Pasted pasted(
      String text, Explainer explainer, ExplanationContext context, Session session) {
    if (text.isBlank()) {
      throw Complaint.unknown(
          "the text is empty", "paste the error, name its file, or run `outcrop explain -- CMD …`");
    }
    var log = LogReader.read(text, explainer, context);
    if (!log.isLog() && text.length() > Explainer.MAX_CHARACTERS) {
      session
          .terminal()
          .tell("the text is long: its beginning and its end were read, half a million signs each");
    }
    return Redacting.of(text, explainer.explain(text, context), log);
  }

  private static int page(Cause cause, View view) {
    view.write(look -> CausePage.render(cause, look), () -> CausePage.json(cause));
    return ExitCode.FINE;
  }

  private static String text(Pasted pasted, boolean brief, Look look) {
    return brief
        ? ExplanationText.renderShort(pasted, look)
        : ExplanationText.render(pasted, new Ending("", next(pasted.explanation())), look);
  }

  /// The next command to type after an explanation.
  static String next(Explanation explanation) {
    return explanation.diagnoses().isEmpty()
        ? "outcrop doctor"
        : "outcrop explain " + explanation.diagnoses().getFirst().cause().slug();
  }

  private static void exclusive(Arguments arguments) {
    if (!arguments.trailing().isEmpty() && !arguments.operands().isEmpty()) {
      throw Complaint.usage(
          "a text and a command to run exclude each other", "leave one of them out");
    }
    if (arguments.has("--jsonl") && (arguments.has("--short") || !arguments.trailing().isEmpty())) {
      throw Complaint.usage(
          "`--jsonl` reads lines and writes lines, and nothing else", "leave it out");
    }
  }

  private static void exists(String named, CauseCatalogue causes, Session session) {
    if (named.equals("-")) {
      if (session.terminal().attached().in()) {
        session.terminal().tell("reading standard input; end it with Ctrl-D");
      }
      return;
    }
    if (!Files.exists(session.file(named))) {
      var slugs = causes.causes().stream().map(Cause::slug).toList();
      throw Complaint.usage(
          "there is no file and no cause `" + named + "`",
          Nearest.to(named, slugs)
              .map(slug -> "did you mean `" + slug + "`?")
              .orElse("outcrop explain --list lists all causes"));
    }
  }
}
