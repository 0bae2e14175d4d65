package io.outcrop.report;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Plan;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;

/// A plan for a person, before anything is done.
public final class PlanText {
  private static final int COLUMN = 8;

  private PlanText() {}

  /// The page: what is broken, then what would cure it.
  public static String render(Examination before, Plan plan, Ending ending, Look look) {
    var page = new Page();
    page.item(0, ExaminationText.markOf(before.status()), ExaminationText.verdictOf(before));
    for (var next : before.next()) {
      page.item(0, Mark.WARNING, Styled.prose("then: ").plus(ExaminationText.sentence(next)));
    }
    add(plan, page, look);
    ending.addTo(page);
    return page.render(look);
  }

  private static void add(Plan plan, Page page, Look look) {
    page.heading("Plan " + plan.id());
    if (plan.steps().isEmpty()) {
      page.item(0, Mark.NOTHING, Styled.prose("nothing that can be done from here"));
    }
    var number = 1;
    for (var step : plan.steps()) {
      step(number++, step, page, look);
    }
    if (!plan.forOthers().isEmpty()) {
      page.heading("For somebody else, or to be decided");
      plan.forOthers().forEach(cure -> other(cure, page, look));
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
    page.labelled(3, "undo", COLUMN, Styled.of(Style.PLAIN, Words.of(step.change().undo())));
    if (look.verbose()) {
      step.commands().forEach(command -> page.verbatim(3 + COLUMN, command));
    }
  }

  private static void other(Cure cure, Page page, Look look) {
    page.item(
        0,
        Mark.WARNING,
        Styled.prose(cure.title()).plus(Style.FAINT, " (" + Words.of(cure.applicability()) + ")"));
    if (!cure.effect().isEmpty()) {
      page.text(2, Styled.prose(cure.effect()));
    }
    if (look.verbose()) {
      cure.commands().forEach(command -> page.verbatim(4, command));
    }
  }
}
