package io.outcrop.report;

import io.outcrop.access.change.ExpectedWait;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Elsewhere;
import io.outcrop.access.plan.Plan;
import io.outcrop.grants.form.Form;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// A plan for a person, before anything is done.
public final class PlanText {
  private static final int COLUMN = 8;

  private PlanText() {}

  /// The page: what is broken, then what would cure it.
  public static String render(Examination before, Plan plan, Ending ending, Look look) {
    return render(before, plan, List.of(), ending, look);
  }

  /// The same, with each step in other forms.
  public static String render(
      Examination before, Plan plan, List<Form> forms, Ending ending, Look look) {
    var page = new Page();
    page.item(0, ExaminationText.markOf(before.status()), ExaminationText.verdictOf(before));
    for (var next : before.next()) {
      page.item(0, Mark.WARNING, Styled.prose("then: ").plus(ExaminationText.sentence(next)));
    }
    add(plan, forms, page, look);
    ending.addTo(page);
    return page.render(look);
  }

  private static void add(Plan plan, List<Form> forms, Page page, Look look) {
    page.heading("Plan " + plan.id());
    if (plan.steps().isEmpty() && plan.elsewhere().isEmpty()) {
      page.item(0, Mark.NOTHING, Styled.prose("nothing that can be done from here"));
    }
    var number = 1;
    for (var step : plan.steps()) {
      step(number++, step, page, look);
      for (var form : forms) {
        page.labelled(3, "as " + form.word(), COLUMN, Styled.empty());
        page.verbatim(
            3 + COLUMN, ChangeForms.of(step, form, plan.terms().principal()).stripTrailing());
      }
    }
    if (!plan.steps().isEmpty() && look.verbose()) {
      page.gap()
          .item(
              0,
              Mark.NOTHING,
              Styled.prose("the plan can be applied until " + plan.terms().expires()));
    }
    if (!plan.elsewhere().isEmpty()) {
      page.heading("In the source that owns it");
      plan.elsewhere().forEach(one -> elsewhere(one, page));
    }
    if (!plan.forOthers().isEmpty()) {
      page.heading("For somebody else, or to be decided");
      var withCommands = look.verbose() || (plan.steps().isEmpty() && plan.elsewhere().isEmpty());
      plan.forOthers().forEach(cure -> other(cure, page, withCommands));
    }
  }

  private static void step(int number, Plan.Step step, Page page, Look look) {
    page.labelled(
        0,
        number + ".",
        3,
        Styled.prose(step.title()).plus(Style.FAINT, " [" + step.cause() + "]"));
    page.labelled(3, "call", COLUMN, Styled.of(Style.CODE, step.call()));
    page.labelled(3, "as", COLUMN, Styled.of(Style.PLAIN, step.actor()));
    if (!step.effect().isEmpty()) {
      page.labelled(3, "effect", COLUMN, Styled.prose(step.effect()));
    }
    for (var shift : AccessShift.of(step.change())) {
      page.labelled(3, shift.direction(), COLUMN, Styled.prose(shift.words()));
    }
    page.labelled(3, "undo", COLUMN, Styled.of(Style.PLAIN, Words.of(step.change().undo())));
    page.labelled(
        3, "acts", COLUMN, Styled.of(Style.PLAIN, ExpectedWait.of(step.change()).words()));
    if (look.verbose()) {
      step.binding()
          .facts()
          .forEach((name, fact) ->
              page.labelled(3, "bound", COLUMN, Styled.prose("%s: %s".formatted(name, fact))));
      step.commands().forEach(command -> page.verbatim(3 + COLUMN, command));
    }
  }

  private static void elsewhere(Elsewhere one, Page page) {
    page.item(
        0,
        Mark.WARNING,
        Styled.prose(one.title() + ": " + one.owner() + " owns it")
            .plus(Style.FAINT, " [" + one.cause() + "]"));
    page.text(
        2,
        Styled.prose(
            "made in the account, the change would be a drift, and the next deployment would undo"
                + " it; this is the change to its source (`--even-if-managed` makes the drift)"));
    page.verbatim(4, one.source().stripTrailing());
  }

  private static void other(Cure cure, Page page, boolean withCommands) {
    page.item(
        0,
        Mark.WARNING,
        Styled.prose(cure.title()).plus(Style.FAINT, " (" + Words.of(cure.applicability()) + ")"));
    if (!cure.effect().isEmpty()) {
      page.text(2, Styled.prose(cure.effect()));
    }
    if (withCommands) {
      cure.commands().forEach(command -> page.verbatim(4, command));
    }
  }
}
