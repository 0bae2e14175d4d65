package io.outcrop.report;

import io.outcrop.access.plan.History;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// Every plan that was begun, for a person and for a program.
public final class HistoryText {
  private HistoryText() {}

  /// The page.
  public static String render(List<History> plans, Ending ending, Look look) {
    var page = new Page();
    if (plans.isEmpty()) {
      page.item(0, Mark.NOTHING, Styled.prose("no plan was applied here"));
    }
    for (var plan : plans) {
      page.item(
          0,
          mark(plan.state()),
          Styled.of(Style.STRONG, plan.id())
              .plus(
                  Styled.prose(
                      " %s, %s%s"
                          .formatted(
                              words(plan.state()),
                              plan.at(),
                              plan.actor().isEmpty() ? "" : ", by " + plan.actor()))));
      plan.steps().forEach(step -> page.text(2, Styled.prose(step)));
    }
    ending.addTo(page);
    return page.render(look);
  }

  /// The same for a program: `docs/schema/fix-history.json`.
  public static Json.Obj json(List<History> plans, Ending ending) {
    return ending.addTo(
        Json.object()
            .with("formatVersion", Json.of(1))
            .with("plans", Json.array(plans.stream().map(HistoryText::plan).toList())));
  }

  private static Json.Obj plan(History plan) {
    return Json.object()
        .with("id", Json.of(plan.id()))
        .with("state", Json.of(plan.state().id()))
        .with("at", Json.of(plan.at().toString()))
        .with("actor", Json.of(plan.actor()))
        .with("principal", Json.of(plan.principal()))
        .with("steps", Json.ofTexts(plan.steps()));
  }

  private static Mark mark(History.State state) {
    return switch (state) {
      case APPLIED, UNDONE -> Mark.FINE;
      case FAILED, DAMAGED -> Mark.BROKEN;
      case INTERRUPTED, PARTLY_UNDONE -> Mark.WARNING;
    };
  }

  private static String words(History.State state) {
    return switch (state) {
      case APPLIED -> "applied";
      case FAILED -> "stopped at a step that failed";
      case INTERRUPTED -> "interrupted: `--resume` goes on";
      case UNDONE -> "taken back";
      case PARTLY_UNDONE -> "taken back in part: `--undo` goes on";
      case DAMAGED -> "cannot be read";
    };
  }
}
