package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.policy.inquiry.Inquiry;
import io.outcrop.cli.policy.inquiry.PolicyOptions;
import io.outcrop.cli.policy.inquiry.Question;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.edit.Ownership;
import io.outcrop.iam.edit.SmallestEdits;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.ExplainedJson;
import io.outcrop.report.policy.ExplainedText;
import io.outcrop.report.policy.LayersExplained;
import io.outcrop.report.policy.Simulation;
import io.outcrop.report.policy.Simulation.Ruling;
import java.util.ArrayList;
import java.util.List;

/// `outcrop policy explain`.
public final class ExplainDecisionCommand implements Command {
  private static final Option OWNS =
      Option.of(
          "--owns",
          "WHAT",
          "what you may change: identity (the caller's own policies), account (the default: all"
              + " but SCPs, RCPs and other accounts) or everything");

  /// The command.
  public ExplainDecisionCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy explain", "why one request is answered so, and what would flip it")
        .with(PolicyOptions.OPTIONS)
        .with(List.of(OWNS))
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop policy explain --policy dev.json \\",
            "    --principal arn:aws:iam::111122223333:user/alice \\",
            "    --action bedrock:InvokeModel --resource '*'",
            "outcrop policy explain --world seed-e --model anthropic.claude-sonnet-4-6");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    var owned = owned(arguments);
    var inquiry = Inquiry.of(arguments, session);
    var simulation = inquiry.decide();
    var ruling = simulation.failing().orElse(simulation.rulings().getFirst());
    var place = simulation.rulings().indexOf(ruling);
    var question = inquiry.questions().get(place);
    var explained = explained(ruling, question, owned, notes(place, simulation), simulation);
    var next =
        ExplainedText.hides(explained) && !arguments.has("--verbose")
            ? Continuing.explain(arguments, ruling, "-v")
            : Continuing.lint(arguments);
    var ending = new Ending(inquiry.world(), next);
    view.write(
        look -> ExplainedText.render(explained, ending, look),
        () -> ExplainedJson.of(explained, ending));
    return SimulateCommand.code(ruling.verdict());
  }

  private static LayersExplained explained(
      Ruling ruling,
      Question question,
      Ownership owned,
      List<String> notes,
      Simulation simulation) {
    var flip =
        ruling.decision().isAllowed()
            ? SmallestEdits.deny(question.layers(), question.request(), owned)
            : SmallestEdits.find(
                question.layers(), question.request(), owned, new KnownNames()::covered);
    return new LayersExplained(
        ruling,
        Authorizer.prepare(question.layers()).explain(question.request()),
        flip,
        simulation.whereabouts(),
        notes);
  }

  private static List<String> notes(int place, Simulation simulation) {
    var notes = new ArrayList<>(simulation.notes());
    var all = simulation.rulings().size();
    if (all > 1) {
      notes.add(
          simulation.failing().isEmpty()
              ? "all %d requests are allowed; this is the first".formatted(all)
              : "request %d of %d, the first that is not allowed".formatted(place + 1, all));
    }
    return List.copyOf(notes);
  }

  private static Ownership owned(Arguments arguments) {
    return switch (arguments.value("--owns").orElse("account")) {
      case "identity" -> Ownership.ofIdentity();
      case "account" -> Ownership.ofAccount();
      case "everything" -> Ownership.ofEverything();
      default ->
          throw Complaint.usage(
              "`--owns` is identity, account or everything, not `" + arguments.text("--owns") + "`",
              "--owns account");
    };
  }
}
