package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.policy.inquiry.Inquiry;
import io.outcrop.cli.policy.inquiry.PolicyOptions;
import io.outcrop.cli.policy.inquiry.Question;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.iam.walk.Walk;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.ExplainedJson;
import io.outcrop.report.policy.ExplainedText;
import io.outcrop.report.policy.LayersExplained;
import io.outcrop.report.policy.Simulation;
import java.util.ArrayList;
import java.util.List;

/// `outcrop policy explain`.
public final class ExplainDecisionCommand implements Command {
  /// The command.
  public ExplainDecisionCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy explain", "what every layer says to one request, in AWS's order")
        .with(PolicyOptions.OPTIONS)
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
    var inquiry = Inquiry.of(arguments, session);
    var simulation = inquiry.decide();
    var ruling = simulation.failing().orElse(simulation.rulings().getFirst());
    var place = simulation.rulings().indexOf(ruling);
    var question = inquiry.questions().get(place);
    var explained = explained(ruling, question, place, simulation);
    var next =
        ExplainedText.hides(explained) && !arguments.has("--verbose")
            ? Continuing.explain(arguments, ruling, "-v")
            : "";
    var ending = new Ending(inquiry.world(), next);
    view.write(
        look -> ExplainedText.render(explained, ending, look),
        () -> ExplainedJson.of(explained, ending));
    return SimulateCommand.code(ruling.verdict());
  }

  private static LayersExplained explained(
      Simulation.Ruling ruling, Question question, int place, Simulation simulation) {
    var notes = new ArrayList<>(simulation.notes());
    var all = simulation.rulings().size();
    if (all > 1) {
      notes.add(
          simulation.failing().isEmpty()
              ? "all %d requests are allowed; this is the first".formatted(all)
              : "request %d of %d, the first that is not allowed".formatted(place + 1, all));
    }
    return new LayersExplained(
        ruling,
        Walk.through(question.request(), question.layers()),
        simulation.whereabouts(),
        List.copyOf(notes));
  }
}
