package io.outcrop.report;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;

/// What became of a plan, for a person: each step, then before and after side by side.
public final class OutcomeText {
  private OutcomeText() {}

  /// The page of a plan that was applied.
  public static String render(Examination before, FixOutcome outcome, Ending ending, Look look) {
    var page = new Page();
    steps(outcome, page);
    page.gap();
    page.labelled(0, "before", 8, ExaminationText.verdictOf(before));
    page.labelled(0, "after", 8, ExaminationText.verdictOf(outcome.after()));
    proof(outcome.proof(), page);
    ending.addTo(page);
    return page.render(look);
  }

  /// The page of a plan that was taken back or gone on with, where nothing was examined before.
  public static String render(FixOutcome outcome, Ending ending, Look look) {
    var page = new Page();
    steps(outcome, page);
    page.gap();
    page.labelled(0, "now", 8, ExaminationText.verdictOf(outcome.after()));
    ending.addTo(page);
    return page.render(look);
  }

  /// The verdict at the end of everything.
  public static String renderLast(Examination after, Ending ending, Look look) {
    var page = new Page();
    page.item(0, ExaminationText.markOf(after.status()), ExaminationText.verdictOf(after));
    ending.addTo(page);
    return page.render(look);
  }

  /// The ending alone, where all else has been said.
  public static String renderEnding(Ending ending, Look look) {
    var page = new Page();
    ending.addTo(page);
    return page.render(look);
  }

  private static void proof(FixOutcome.Proof proof, Page page) {
    if (proof.calls() > 0) {
      page.labelled(
          0,
          "proved",
          8,
          Styled.prose(
              "both calls went through %s, %s"
                  .formatted(
                      proof.calls() == 1 ? "once" : proof.calls() + " times running",
                      proof.waited().isZero()
                          ? "at once"
                          : proof.waited().toSeconds() + " s after the last change")));
    }
  }

  private static void steps(FixOutcome outcome, Page page) {
    page.heading("Plan " + outcome.planId());
    for (var step : outcome.steps()) {
      var why = step.why().isEmpty() ? "" : ": " + step.why();
      page.item(
          0,
          mark(step.state()),
          Styled.prose(step.title())
              .plus(Style.FAINT, " – ")
              .plus(Styled.prose(Words.of(step.state()) + why)));
    }
  }

  private static Mark mark(FixOutcome.State state) {
    return switch (state) {
      case APPLIED, ALREADY, UNDONE -> Mark.FINE;
      case STAYS, UNKNOWN -> Mark.WARNING;
      case FAILED -> Mark.BROKEN;
      case NOT_REACHED -> Mark.NOTHING;
    };
  }
}
