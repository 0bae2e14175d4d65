package io.outcrop.report;

import io.outcrop.causes.log.FailureGroup;
import io.outcrop.causes.log.LogSummary;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;

/// The failures of a log, for a person.
final class LogText {
  private static final int FEW = 10;

  private LogText() {}

  /// Nothing is said of a log that tells of one failure alone.
  static void addTo(Page page, LogSummary log, Look look) {
    if (log.failures() < 2 || log.groups().isEmpty()) {
      return;
    }
    page.heading("In this log");
    page.text(
        0,
        Styled.of(
            Style.PLAIN,
            "%d failures in %d events; of %d the cause is known"
                .formatted(log.failures(), log.records(), known(log))));
    var width = Integer.toString(log.groups().getFirst().count()).length() + 3;
    var shown = look.verbose() ? log.groups().size() : Math.min(FEW, log.groups().size());
    log.groups().subList(0, shown).forEach(group -> group(group, width, page));
    if (shown < log.groups().size()) {
      page.text(
          0, Styled.of(Style.FAINT, "%d more with -v".formatted(log.groups().size() - shown)));
    }
  }

  private static int known(LogSummary log) {
    return log.groups().stream().mapToInt(FailureGroup::count).sum();
  }

  private static void group(FailureGroup group, int width, Page page) {
    page.labelled(
        2,
        group.count() + " ×",
        width,
        Styled.prose(about(group))
            .plus(Style.FAINT, " [" + group.diagnosis().cause().slug() + "]"));
    if (!group.first().isEmpty()) {
      page.text(2 + width, Styled.of(Style.FAINT, when(group)));
    }
  }

  private static String about(FailureGroup group) {
    var values = group.diagnosis().values();
    var action = values.getOrDefault("action", "");
    var subject = values.getOrDefault("resource", values.getOrDefault("model", ""));
    if (action.isEmpty() && subject.isEmpty()) {
      return group.diagnosis().cause().summary();
    }
    var by = values.getOrDefault("principal", "");
    return (action.isEmpty() ? "" : "`" + action + "`")
        + (subject.isEmpty() ? "" : (action.isEmpty() ? "" : " on ") + "`" + subject + "`")
        + (by.isEmpty() ? "" : " by `" + by + "`");
  }

  private static String when(FailureGroup group) {
    return group.first().equals(group.last())
        ? group.first()
        : group.first() + " to " + group.last();
  }
}
