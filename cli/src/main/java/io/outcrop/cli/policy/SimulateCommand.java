package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.policy.inquiry.Inquiry;
import io.outcrop.cli.policy.inquiry.PolicyOptions;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation;
import io.outcrop.report.policy.SimulationAnnotations;
import io.outcrop.report.policy.SimulationJson;
import io.outcrop.report.policy.SimulationText;
import java.util.List;
import java.util.Map;

/// `outcrop policy simulate`.
public final class SimulateCommand implements Command {
  /// The command.
  public SimulateCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy simulate", "decide requests, or all that one call to a model needs")
        .with(PolicyOptions.OPTIONS)
        .with(ViewOptions.with(Format.GITHUB))
        .withExamples(
            "outcrop policy simulate --policy dev.json --scp root=scp.json \\",
            "    --principal arn:aws:iam::111122223333:user/alice \\",
            "    --action bedrock:InvokeModel --resource '*'",
            "outcrop policy simulate --world seed-e --model anthropic.claude-sonnet-4-6",
            "outcrop policy simulate --account-details details.json --principal ARN \\",
            "    --model us.anthropic.claude-sonnet-4-6 --region us-east-1");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session, List.of(Format.GITHUB));
    var inquiry = Inquiry.of(arguments, session);
    var simulation = inquiry.decide();
    var next = simulation.failing().map(ruling -> Continuing.explain(arguments, ruling)).orElse("");
    var ending = new Ending(inquiry.world(), next);
    view.write(
        look -> SimulationText.render(simulation, ending, look),
        () -> SimulationJson.of(simulation, ending),
        Map.of(Format.GITHUB, () -> SimulationAnnotations.of(simulation)));
    return code(simulation.verdict());
  }

  /// The exit code that a verdict stands for.
  static int code(Simulation.Verdict verdict) {
    return switch (verdict) {
      case ALLOWED -> ExitCode.FINE;
      case DENIED -> ExitCode.PROBLEM;
      case DEPENDS_ON_UNKNOWN -> ExitCode.UNKNOWN;
    };
  }
}
