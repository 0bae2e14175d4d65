package io.outcrop.report.style;

import java.util.ArrayList;
import java.util.List;

/// How one text becomes another, line by line, with a few lines around each change.
///
/// The longest common subsequence of lines stays; what both begin and end with is left out of the
/// search, so that long texts with a small change are quick.
public final class LineDiff {
  private static final int AROUND = 3;
  private static final long MOST_CELLS = 16_000_000;

  private final List<Line> lines;
  private final List<Hunk> hunks;

  private LineDiff(List<Line> lines) {
    this.lines = List.copyOf(lines);
    this.hunks = hunks(lines);
  }

  private enum Sign {
    BOTH(' ', Style.PLAIN),
    OLD('-', Style.BAD),
    NEW('+', Style.GOOD);

    private final char letter;
    private final Style style;

    Sign(char letter, Style style) {
      this.letter = letter;
      this.style = style;
    }
  }

  /// @param before its number in the old text, from 1; of a new line, the next one's
  /// @param after likewise in the new text
  private record Line(Sign sign, String text, int before, int after) {}

  /// Lines that stand together: from `start` to before `end`.
  private record Hunk(int start, int end) {}

  /// The difference of two texts.
  public static LineDiff of(String before, String after) {
    return new LineDiff(compare(before.lines().toList(), after.lines().toList()));
  }

  /// Whether the texts have the same lines.
  public boolean isEmpty() {
    return hunks.isEmpty();
  }

  /// Adds it to a page, for reading: what is left out is an ellipsis.
  public void addTo(Page page, int indent) {
    for (var i = 0; i < hunks.size(); i++) {
      if (i > 0) {
        page.line(indent, Styled.of(Style.FAINT, "…"));
      }
      for (var line : lines.subList(hunks.get(i).start, hunks.get(i).end)) {
        page.line(indent, Styled.of(line.sign.style, line.sign.letter + " " + line.text));
      }
    }
  }

  /// The difference as `diff -u` writes it and `patch` reads it; empty if there is none.
  public String unified(String oldName, String newName) {
    var out = new StringBuilder();
    if (!isEmpty()) {
      out.append("--- ").append(oldName).append('\n').append("+++ ").append(newName).append('\n');
    }
    for (var hunk : hunks) {
      var part = lines.subList(hunk.start, hunk.end);
      out.append(header(part)).append('\n');
      part.forEach(line -> out.append(line.sign.letter).append(line.text).append('\n'));
    }
    return out.toString();
  }

  private static String header(List<Line> part) {
    var old = part.stream().filter(line -> line.sign != Sign.NEW).count();
    var now = part.stream().filter(line -> line.sign != Sign.OLD).count();
    var first = part.getFirst();
    return "@@ -%d,%d +%d,%d @@"
        .formatted(
            old == 0 ? first.before - 1 : first.before,
            old,
            now == 0 ? first.after - 1 : first.after,
            now);
  }

  private static List<Hunk> hunks(List<Line> lines) {
    var hunks = new ArrayList<Hunk>();
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).sign == Sign.BOTH) {
        continue;
      }
      var start = Math.max(0, i - AROUND);
      var end = Math.min(lines.size(), i + AROUND + 1);
      if (!hunks.isEmpty() && hunks.getLast().end >= start) {
        start = hunks.removeLast().start;
      }
      hunks.add(new Hunk(start, end));
    }
    return List.copyOf(hunks);
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    var head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    var tail = 0;
    while (tail < Math.min(before.size(), after.size()) - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    var lines = new Lines();
    before.subList(0, head).forEach(text -> lines.add(Sign.BOTH, text));
    middle(
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail),
        lines);
    before.subList(before.size() - tail, before.size()).forEach(text -> lines.add(Sign.BOTH, text));
    return lines.all;
  }

  private static void middle(List<String> before, List<String> after, Lines lines) {
    var old = 0;
    var now = 0;
    if ((long) before.size() * after.size() <= MOST_CELLS) {
      var common = common(before, after);
      while (old < before.size() && now < after.size()) {
        if (before.get(old).equals(after.get(now))) {
          lines.add(Sign.BOTH, before.get(old));
          old++;
          now++;
        } else if (common[old + 1][now] >= common[old][now + 1]) {
          lines.add(Sign.OLD, before.get(old++));
        } else {
          lines.add(Sign.NEW, after.get(now++));
        }
      }
    }
    before.subList(old, before.size()).forEach(text -> lines.add(Sign.OLD, text));
    after.subList(now, after.size()).forEach(text -> lines.add(Sign.NEW, text));
  }

  /// The length of the longest common subsequence of what follows each pair of places.
  private static int[][] common(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (var old = before.size() - 1; old >= 0; old--) {
      for (var now = after.size() - 1; now >= 0; now--) {
        common[old][now] =
            before.get(old).equals(after.get(now))
                ? common[old + 1][now + 1] + 1
                : Math.max(common[old + 1][now], common[old][now + 1]);
      }
    }
    return common;
  }

  /// Lines that know their numbers.
  private static final class Lines {
    private final List<Line> all = new ArrayList<>();
    private int before = 1;
    private int after = 1;

    private void add(Sign sign, String text) {
      all.add(new Line(sign, text, before, after));
      before += sign == Sign.NEW ? 0 : 1;
      after += sign == Sign.OLD ? 0 : 1;
    }
  }
}
