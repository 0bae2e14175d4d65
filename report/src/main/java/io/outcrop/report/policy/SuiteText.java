package io.outcrop.report.policy;

import io.outcrop.report.policy.SuiteResult.Count;
import io.outcrop.report.policy.SuiteResult.Disagreement;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// How a suite of cases went, for a person.
public final class SuiteText {
  private static final List<String> HEADS = List.of("tag", "cases", "agree", "disagree", "skipped");
  private static final List<ToIntFunction<Count>> NUMBERS =
      List.of(Count::cases, Count::agree, Count::disagree, Count::skipped);

  private SuiteText() {}

  /// A line for each disagreement, then the summary.
  public static String render(SuiteResult result, Look look) {
    var page = new Page();
    result.disagreements().forEach(one -> disagreement(one, page));
    summary(result, page);
    return page.render(look);
  }

  /// One disagreement, in one line whatever its length.
  public static String line(Disagreement disagreement, Look look) {
    var page = new Page();
    disagreement(disagreement, page);
    var wide =
        new Look(Integer.MAX_VALUE, look.colour(), look.ascii(), look.verbose(), look.mask());
    return page.render(wide);
  }

  /// The counts of all and of each tag.
  public static String summary(SuiteResult result, Look look) {
    var page = new Page();
    summary(result, page);
    return page.render(look);
  }

  private static void disagreement(Disagreement one, Page page) {
    page.item(
        0,
        one.allowed() ? Mark.WARNING : Mark.BROKEN,
        Styled.of(Style.STRONG, one.id())
            .plus(Style.PLAIN, ": " + one.name() + ": got " + one.got() + ", want " + one.want())
            .plus(Style.FAINT, one.allowed() ? " (allowed)" : ""));
  }

  private static void summary(SuiteResult result, Page page) {
    var total = result.total();
    page.gap()
        .item(
            0,
            result.failed() ? Mark.BROKEN : Mark.FINE,
            Styled.of(
                Style.STRONG,
                "%d cases: %d agree, %d disagree, %d skipped"
                    .formatted(total.cases(), total.agree(), total.disagree(), total.skipped())));
    result
        .skippedByTag()
        .forEach((tag, count) ->
            page.item(0, Mark.NOTHING, Styled.prose("skipped for `" + tag + "`: " + count)));
    if (!result.byTag().isEmpty()) {
      table(result, page.gap());
    }
  }

  private static void table(SuiteResult result, Page page) {
    var rows = new ArrayList<List<String>>();
    result
        .byTag()
        .forEach((tag, count) -> {
          var row = new ArrayList<>(List.of(tag));
          NUMBERS.forEach(number -> row.add(Integer.toString(number.applyAsInt(count))));
          rows.add(row);
        });
    var widths =
        IntStream.range(0, HEADS.size())
            .mapToObj(column ->
                Math.max(
                    HEADS.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
            .toList();
    page.cells(List.of(), widths, aligned(HEADS, widths));
    rows.forEach(row ->
        page.cells(
            List.of(row.get(3).equals("0") ? Mark.NOTHING : Mark.BROKEN),
            widths,
            aligned(row, widths)));
  }

  /// Numbers stand to the right.
  private static List<String> aligned(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column ->
            column == 0
                ? row.get(column)
                : " ".repeat(widths.get(column) - row.get(column).length()) + row.get(column))
        .toList();
  }
}
