package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.report.policy.SuiteAnnotations;
import io.outcrop.report.policy.SuiteJson;
import io.outcrop.report.policy.SuiteResult.Disagreement;
import io.outcrop.report.policy.SuiteText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `outcrop policy test`.
public final class TestCommand implements Command {
  /// The command.
  public TestCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy test", "run a suite of cases, and say where the decision differs")
        .withOperands("CASES…", Integer.MAX_VALUE)
        .with(
            List.of(
                Option.of("--allow", "TAG", "cases with this tag may disagree; may be repeated")))
        .with(ViewOptions.with(Format.GITHUB))
        .withExamples(
            "outcrop policy test cases.jsonl",
            "outcrop policy test cases/ --allow unverified",
            "outcrop policy test - --json < cases.jsonl");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session, List.of(Format.GITHUB));
    if (arguments.operands().isEmpty()) {
      throw Complaint.usage(
          "no cases are named", "outcrop policy test FILE, a folder, or - for standard input");
    }
    var tally = new Tally(Set.copyOf(arguments.all("--allow")), one -> tell(one, view, session));
    try (var runs = new CaseRuns(tally)) {
      arguments.operands().forEach(new CaseFiles(session, runs::add)::read);
      runs.finish();
    }
    var result = tally.result();
    if (result.total().cases() == 0) {
      throw Complaint.usage(
          "there is no case in `" + String.join("`, `", arguments.operands()) + "`",
          "a case is a JSON object of format authz-case/1: one a line, or one a .json file");
    }
    view.part(look -> SuiteText.summary(result, look));
    view.rest(
        look -> SuiteText.render(result, look),
        () -> SuiteJson.of(result),
        Map.of(Format.GITHUB, () -> SuiteAnnotations.of(result)));
    return result.failed() ? ExitCode.PROBLEM : ExitCode.FINE;
  }

  /// As soon as it is found: on standard output, or beside it where that is for a program.
  private static void tell(Disagreement one, View view, Session session) {
    if (view.jsonOnly()) {
      session.terminal().tell(SuiteText.line(one, view.look()).stripTrailing());
    } else {
      view.part(look -> SuiteText.line(one, look));
    }
  }
}
