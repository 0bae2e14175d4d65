package io.outcrop.report;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Matrix;
import io.outcrop.access.examination.Matrix.Cell;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Many examinations for a person: a table of models and regions for each profile, a mark and the
/// number of its reason in each cell, and the reasons below it.
public final class MatrixText {
  private static final int GAP = 2;

  /// How wide a column is whose region has a letter for its name.
  private static final int LETTERED = 4;

  /// What the id of a system profile has before the model's own.
  private static final Pattern GEOGRAPHY = Pattern.compile("^[a-z-]{2,6}\\.(?=[a-z0-9]+\\.)");

  private final Matrix matrix;
  private final Look look;
  private final Page page = new Page();
  private final Map<String, Reason> reasons = new LinkedHashMap<>();

  private MatrixText(Matrix matrix, Look look) {
    this.matrix = matrix;
    this.look = look;
  }

  /// Why cells are not healthy.
  private record Reason(int number, Cell first, List<Cell> cells) {}

  /// The page.
  public static String render(Matrix matrix, Ending ending, Look look) {
    var text = new MatrixText(matrix, look);
    text.collect();
    text.verdict();
    text.profiles().forEach(text::table);
    text.reasons.values().forEach(text::reason);
    ending.addTo(text.page);
    return text.page.render(look, principals(matrix));
  }

  /// Who calls, for the names that a masked page hides.
  static String principals(Matrix matrix) {
    return matrix.cells().stream()
        .map(cell -> cell.examination().subject().principal())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private void collect() {
    for (var cell : matrix.cells()) {
      if (cell.examination().status() != Status.HEALTHY) {
        reasons
            .computeIfAbsent(
                key(cell.examination()),
                _ -> new Reason(reasons.size() + 1, cell, new ArrayList<>()))
            .cells()
            .add(cell);
      }
    }
  }

  /// Cells with the same key have one reason.
  private static String key(Examination examination) {
    return examination
        .root()
        .map(root -> root.cause().slug())
        .orElseGet(() -> ExaminationText.verdictOf(examination).plain());
  }

  private void verdict() {
    var words = new ArrayList<String>();
    for (var status : List.of(Status.BROKEN, Status.UNKNOWN, Status.HEALTHY)) {
      var count = matrix.count(status);
      if (count > 0) {
        words.add(count + " " + status.id());
      }
    }
    var text =
        Styled.of(Style.STRONG, String.join(", ", words))
            .plus(Style.PLAIN, " of " + matrix.cells().size());
    page.item(0, ExaminationText.markOf(matrix.status()), text);
  }

  private List<String> profiles() {
    return matrix.cells().stream().map(Cell::profile).distinct().toList();
  }

  private void table(String profile) {
    var cells = matrix.cells().stream().filter(cell -> cell.profile().equals(profile)).toList();
    var regions = cells.stream().map(cell -> cell.examination().subject().region()).distinct();
    var columns = regions.toList();
    var label = label(cells);
    var rows = cells.stream().map(label);
    page.gap();
    if (!profile.isEmpty()) {
      page.text(0, Styled.of(Style.STRONG, "profile " + profile));
    }
    var first = rows.mapToInt(String::length).max().orElse(0) + GAP;
    var width = columns.stream().mapToInt(String::length).max().orElse(0) + GAP;
    var fits = first + width * columns.size() <= look.width();
    if (!fits) {
      for (var i = 0; i < columns.size(); i++) {
        page.text(0, Styled.of(Style.FAINT, letter(i) + "  " + columns.get(i)));
      }
    }
    if (fits) {
      grid(cells, label, columns, columns, first, width);
      return;
    }
    var most = Math.max(1, (look.width() - first) / LETTERED);
    for (var from = 0; from < columns.size(); from += most) {
      var to = Math.min(columns.size(), from + most);
      if (from > 0) {
        page.gap();
      }
      grid(cells, label, columns.subList(from, to), letters(from, to), first, LETTERED);
    }
  }

  private void grid(
      List<Cell> cells,
      Function<Cell, String> label,
      List<String> regions,
      List<String> heads,
      int first,
      int width) {
    line("", first, width, heads, Style.FAINT);
    for (var row : cells.stream().map(label).distinct().toList()) {
      var own = cells.stream().filter(cell -> label.apply(cell).equals(row)).toList();
      line(
          row,
          first,
          width,
          regions.stream().map(region -> mark(own, region)).toList(),
          Style.PLAIN);
    }
  }

  /// What names a row: the id that is called; the model, where regions call it by several of its
  /// profiles, and each region by one.
  private static Function<Cell, String> label(List<Cell> cells) {
    Function<Cell, String> id = cell -> cell.examination().subject().model();
    Function<Cell, String> model = cell -> GEOGRAPHY.matcher(id.apply(cell)).replaceFirst("");
    var ids =
        cells.stream()
            .collect(Collectors.groupingBy(model, Collectors.mapping(id, Collectors.toSet())));
    var places =
        cells.stream()
            .map(cell -> model.apply(cell) + " " + cell.examination().subject().region())
            .distinct()
            .count();
    return cell ->
        places == cells.size() && ids.getOrDefault(model.apply(cell), Set.of()).size() > 1
            ? model.apply(cell)
            : id.apply(cell);
  }

  private void line(String label, int first, int width, List<String> texts, Style style) {
    var line = new StringBuilder(padded(label, first));
    texts.forEach(text -> line.append(padded(text, width)));
    page.line(0, Styled.of(style, line.toString().stripTrailing()));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String letter(int number) {
    return number < 26
        ? String.valueOf((char) ('A' + number))
        : letter(number / 26 - 1) + letter(number % 26);
  }

  private static List<String> letters(int from, int to) {
    var result = new ArrayList<String>();
    for (var i = from; i < to; i++) {
      result.add(letter(i));
    }
    return result;
  }

  /// A mark with the number of the reason; a dot where nothing was examined.
  private String mark(List<Cell> cells, String region) {
    return cells.stream()
        .map(Cell::examination)
        .filter(one -> one.subject().region().equals(region))
        .findFirst()
        .map(this::mark)
        .orElse("·");
  }

  private String mark(Examination examination) {
    return switch (examination.status()) {
      case HEALTHY -> look.ascii() ? "ok" : "✓";
      case BROKEN -> (look.ascii() ? "x" : "✗") + number(examination);
      case UNKNOWN -> "!" + number(examination);
    };
  }

  private int number(Examination examination) {
    return Objects.requireNonNull(reasons.get(key(examination))).number();
  }

  private void reason(Reason reason) {
    var examination = reason.first().examination();
    page.gap();
    page.labelled(
        0,
        Integer.toString(reason.number()),
        4,
        ExaminationText.verdictOf(examination)
            .plus(
                Style.FAINT,
                reason.cells().size() == 1 ? "" : " (" + reason.cells().size() + " times)"));
    examination
        .root()
        .ifPresent(root -> {
          page.labelled(
              4,
              "first",
              8,
              where(reason.first()).plus(Style.PLAIN, ": ").plus(Styled.prose(root.sentence())));
          root.cures().stream()
              .limit(1)
              .forEach(cure ->
                  page.labelled(
                      4,
                      "cure",
                      8,
                      Styled.prose(cure.title())
                          .plus(Style.FAINT, " (" + Words.of(cure.applicability()) + ")")));
        });
    if (look.verbose()) {
      reason.cells().forEach(cell -> page.labelled(4, "", 8, where(cell)));
    }
  }

  private static Styled where(Cell cell) {
    var subject = cell.examination().subject();
    var by = cell.profile().isEmpty() ? "" : " as profile " + cell.profile();
    return Styled.of(Style.PLAIN, subject.model() + " in " + subject.region() + by);
  }
}
