package io.outcrop.cli.fix;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.cli.cure.Consent;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.grants.form.Form;
import io.outcrop.report.Ending;
import io.outcrop.report.OutcomeText;
import io.outcrop.report.PlanText;
import java.util.List;
import java.util.Optional;

/// Shows each plan to a person and asks. Steps that cannot be undone are asked for one by one.
final class Asking implements Consent {
  private final boolean yes;
  private final List<Form> forms;
  private final View view;
  private final Session session;
  private boolean shown;

  Asking(boolean yes, List<Form> forms, View view, Session session) {
    this.yes = yes;
    this.forms = forms;
    this.view = view;
    this.session = session;
  }

  @Override
  public Optional<Plan> allow(Examination before, Plan plan) {
    var gap = shown ? "\n" : "";
    view.part(look -> gap + PlanText.render(before, plan, forms, Ending.none(), look));
    shown = true;
    if (plan.steps().isEmpty()) {
      return Optional.empty();
    }
    if (yes) {
      return Optional.of(plan);
    }
    canAnswer();
    if (view.jsonOnly()) {
      session.terminal().tell(PlanText.render(before, plan, forms, Ending.none(), view.look()));
    }
    var steps = plan.steps().stream().filter(this::allowsFinal).toList();
    var rest = plan.withSteps(steps);
    return !steps.isEmpty() && session.terminal().ask("\nApply this plan?")
        ? Optional.of(rest)
        : Optional.empty();
  }

  @Override
  public void applied(Examination before, FixOutcome outcome) {
    view.part(look -> "\n" + OutcomeText.render(before, outcome, Ending.none(), look));
  }

  /// Complains if consent would be needed and nobody can give it.
  void canAnswer() {
    if (!yes && !session.terminal().canAsk()) {
      throw Complaint.usage(
          "there is no terminal to ask on, and nothing was changed",
          "`--yes` applies without asking, `--plan-only` only shows the plan");
    }
  }

  private boolean allowsFinal(Plan.Step step) {
    return step.change().undo() != Change.Undo.FINAL
        || session.terminal().ask("\nThis cannot be undone: " + step.title() + ". Include it?");
  }
}
