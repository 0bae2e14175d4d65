package io.outcrop.cli.policy.generate;

import io.outcrop.aws.Partition;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.form.Form;
import io.outcrop.grants.form.Forms;
import io.outcrop.grants.form.Handover;
import io.outcrop.grants.form.Rendering;
import io.outcrop.grants.generate.PolicyAnswer;
import io.outcrop.grants.generate.PolicyGenerator;
import io.outcrop.grants.generate.PolicyWish;
import io.outcrop.models.ModelCatalogue;
import java.util.Optional;

/// `outcrop policy generate`.
public final class GenerateCommand implements Command {
  /// The command.
  public GenerateCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy generate", "make the least policy for what shall be called")
        .with(WishOptions.OPTIONS)
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop policy generate --model us.anthropic.claude-sonnet-5-5 \\",
            "    --region us-east-1",
            "outcrop policy generate --model claude-sonnet-5-5 --region us-east-1 \\",
            "    --account 111122223333 --to role/app --form sh");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    var wish = WishOptions.wish(arguments, session);
    var target = WishOptions.target(arguments);
    var name = WishOptions.name(arguments);
    var form = WishOptions.form(arguments);
    var generator = new PolicyGenerator(ModelCatalogue.shipped());
    return switch (generator.answer(wish, session.clock().instant(), name, target)) {
      case PolicyAnswer.Refused refused -> refuse(refused, view, session);
      case PolicyAnswer.Policy policy -> {
        var rendering = form.map(one -> rendered(one, wish, target, policy));
        var asked = new Asked(target, form, WishOptions.next(arguments));
        write(policy, asked, rendering, view, session);
        yield policy.fit() instanceof Fit.Fits ? ExitCode.FINE : ExitCode.PROBLEM;
      }
    };
  }

  private static int refuse(PolicyAnswer.Refused refused, View view, Session session) {
    for (var problem : refused.problems()) {
      session.terminal().tell("outcrop: " + problem.message());
      if (!problem.help().isEmpty()) {
        session.terminal().tell("help: " + problem.help());
      }
    }
    if (view.jsonOnly()) {
      view.write(_ -> "", () -> PolicyJson.of(refused));
    }
    return ExitCode.USAGE;
  }

  private static Rendering.Rendered rendered(
      Form form, PolicyWish wish, Target target, PolicyAnswer.Policy policy) {
    var partition = Partition.ofRegion(wish.regions().getFirst()).id();
    var handover = new Handover(policy.documents(), target, partition, wish.account());
    return switch (Forms.render(form, handover)) {
      case Rendering.Rendered rendered -> rendered;
      case Rendering.NotPossible(var why, var help) -> throw Complaint.usage(why, help);
    };
  }

  /// @param next the next command to type
  private record Asked(Target target, Optional<Form> form, String next) {}

  /// A form goes to standard output alone, so that it can go into a file; what else there is to
  /// know goes to standard error.
  private static void write(
      PolicyAnswer.Policy policy,
      Asked asked,
      Optional<Rendering.Rendered> rendering,
      View view,
      Session session) {
    view.write(
        look ->
            rendering
                .map(Rendering.Rendered::text)
                .orElseGet(() -> PolicyText.of(policy, asked.target(), asked.next(), look)),
        () -> PolicyJson.of(policy, asked.form(), rendering));
    if (rendering.isPresent() && !view.jsonOnly()) {
      PolicyText.fit(policy.fit(), asked.target()).ifPresent(session.terminal()::tell);
      policy.notes().forEach(note -> session.terminal().tell("note: " + note));
      if (!rendering.get().undo().isEmpty()) {
        session
            .terminal()
            .tell("undo: " + rendering.get().undo().strip().replace("\n", "\n      "));
      }
    }
  }
}
