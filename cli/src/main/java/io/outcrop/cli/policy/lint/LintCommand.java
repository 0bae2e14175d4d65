package io.outcrop.cli.policy.lint;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.version.VersionCommand;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.cli.view.View;
import io.outcrop.json.JsonWriter;
import io.outcrop.lint.Linter;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.finding.Severity;
import io.outcrop.report.Ending;
import io.outcrop.report.lint.FindingPages;
import io.outcrop.report.lint.LintAnnotations;
import io.outcrop.report.lint.LintJson;
import io.outcrop.report.lint.LintResult;
import io.outcrop.report.lint.LintText;
import io.outcrop.report.lint.SarifLog;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `outcrop policy lint`.
public final class LintCommand implements Command {
  private static final List<String> ACCOUNTS =
      List.of("--live", "--profile", "--world", "--sandbox", "--endpoint-url");

  /// The command.
  public LintCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy lint", "what is wrong with policies, and how to mend it")
        .withOperands("[FILE…|FOLDER|-|SLUG]", Integer.MAX_VALUE)
        .with(LintSyntax.OPTIONS)
        .withExamples(
            "outcrop policy lint policies/ --strict",
            "outcrop policy lint dev.json --fix",
            "outcrop policy lint scp.json --kind scp --format sarif --output lint.sarif",
            "outcrop policy lint policies/ --baseline lint-baseline.json --format github",
            "outcrop policy lint bedrock-operation-not-action");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session, List.of(Format.GITHUB, Format.SARIF));
    var linter = Linter.shipped();
    if (arguments.has("--list")) {
      var all = linter.catalogue().all();
      view.write(look -> FindingPages.renderList(all, look), () -> FindingPages.jsonList(all));
      return ExitCode.FINE;
    }
    var operands = arguments.operands();
    if (operands.size() == 1) {
      var page = linter.catalogue().find(operands.getFirst());
      if (page.isPresent()) {
        view.write(
            look -> FindingPages.render(page.get(), look), () -> FindingPages.json(page.get()));
        return ExitCode.FINE;
      }
    }
    return lint(arguments, linter, view, session);
  }

  private static int lint(Arguments arguments, Linter linter, View view, Session session) {
    var sure = sure(arguments);
    var baseline = BaselineFile.of(arguments, session);
    var texts = new PolicyTexts(arguments, session);
    var found = found(arguments, texts, linter, session);
    var look = new LintRun(linter, baseline, found.account(), arguments, session);
    var policies = found.policies();
    if (!sure.isEmpty()) {
      policies =
          new Mending(sure, look::open).mend(policies, arguments.has("--yes"), view, session);
    }
    var result = look.result(policies, texts.notes());
    if (arguments.has("--write-baseline")) {
      look.accept(result);
      result = look.result(policies, texts.notes());
    }
    var shown = result;
    var ending = new Ending(found.world(), next(arguments, shown, !sure.isEmpty()));
    view.write(
        how -> LintText.render(shown, ending, how),
        () -> LintJson.of(shown, ending),
        Map.of(
            Format.GITHUB,
            () -> LintAnnotations.of(shown),
            Format.SARIF,
            () -> JsonWriter.pretty(SarifLog.of(shown, VersionCommand.program())) + "\n"));
    return code(arguments, shown);
  }

  private static AccountPolicies.Found found(
      Arguments arguments, PolicyTexts texts, Linter linter, Session session) {
    if (arguments.has("--account-details")) {
      return AccountPolicies.ofDetails(arguments.text("--account-details"), session);
    }
    if (!arguments.operands().isEmpty()) {
      arguments.operands().forEach(operand -> exists(operand, linter, session));
      arguments.operands().forEach(texts::read);
      if (texts.found().isEmpty()) {
        throw Complaint.usage(
            "there is no policy in `" + String.join("`, `", arguments.operands()) + "`",
            "in a folder, every .json file with a `Statement` is one");
      }
      return new AccountPolicies.Found(texts.found(), arguments.text("--account"), "");
    }
    if (ACCOUNTS.stream().anyMatch(arguments::has)) {
      return AccountPolicies.ofCaller(arguments, session);
    }
    throw Complaint.usage(
        "no policy is named", "outcrop policy lint FILE, a folder, or - for standard input");
  }

  private static void exists(String operand, Linter linter, Session session) {
    if (operand.equals("-") || Files.exists(session.file(operand))) {
      return;
    }
    var slugs = linter.catalogue().all().stream().map(type -> type.slug()).toList();
    throw Complaint.usage(
        "there is no file and no finding `" + operand + "`",
        Nearest.to(operand, slugs)
            .map(slug -> "did you mean `" + slug + "`?")
            .orElse("outcrop policy lint --list lists all findings"));
  }

  private static Set<Certainty> sure(Arguments arguments) {
    if (!arguments.has("--fix")) {
      return Set.of();
    }
    if (arguments.operands().isEmpty() || arguments.operands().contains("-")) {
      throw Complaint.usage("`--fix` mends files, and none is named", "name the files");
    }
    return switch (arguments.text("--fix")) {
      case "", "certain" -> EnumSet.of(Certainty.CERTAIN);
      case "likely" -> EnumSet.of(Certainty.CERTAIN, Certainty.LIKELY);
      default ->
          throw Complaint.usage(
              "`--fix` is certain or likely, not `" + arguments.text("--fix") + "`",
              "--fix=likely");
    };
  }

  /// Errors fail; so does all that is open where a baseline says what is accepted, or with
  /// `--strict`.
  private static int code(Arguments arguments, LintResult result) {
    var all = arguments.has("--strict") || arguments.has("--baseline");
    var failed = result.count(Severity.ERROR) > 0 || (all && result.open().findAny().isPresent());
    return failed ? ExitCode.PROBLEM : ExitCode.FINE;
  }

  private static String next(Arguments arguments, LintResult result, boolean mended) {
    var words = new ArrayList<String>(List.of("outcrop", "policy", "lint"));
    var first = result.open().findFirst();
    if (first.isEmpty()) {
      return "";
    }
    if (mended || result.fixable(Certainty.CERTAIN) == 0) {
      words.add(first.get().slug());
      return String.join(" ", words);
    }
    arguments.operands().stream().map(NextCommand::quoted).forEach(words::add);
    for (var option : List.of("--kind", "--baseline", "--account")) {
      arguments
          .value(option)
          .ifPresent(value -> words.add(option + " " + NextCommand.quoted(value)));
    }
    words.add("--fix");
    return String.join(" ", words);
  }
}
