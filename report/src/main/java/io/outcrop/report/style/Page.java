package io.outcrop.report.style;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A page under construction: blocks of styled words, laid out only when it is rendered. Not safe
/// for several threads.
public final class Page {
  /// The indent of what stands under words behind a mark; how wide that is, the look says.
  private static final int BEHIND_A_MARK = -1;

  private final List<Block> blocks = new ArrayList<>();

  /// A new, empty page.
  public Page() {}

  /// One paragraph: what stands before it, and how it is laid out.
  private record Block(int indent, Lead lead, Styled text, Layout layout) {
    static Block gap() {
      return new Block(0, Lead.NONE, Styled.empty(), Layout.VERBATIM);
    }

    boolean isGap() {
      return text.spans().isEmpty() && lead.label.spans().isEmpty() && lead.marks.isEmpty();
    }
  }

  /// What stands before the words of a block: a mark, a label, neither or both.
  private record Lead(List<Mark> marks, Styled label, int labelWidth) {
    static final Lead NONE = new Lead(List.of(), Styled.empty(), 0);

    Styled styled(Look look) {
      var mark =
          marks.isEmpty()
              ? Styled.empty()
              : marks.getFirst().styled(look.ascii()).plus(Style.PLAIN, " ");
      var padding = labelWidth - label.plain().codePointCount(0, label.plain().length());
      return mark.plus(label).plus(Style.PLAIN, " ".repeat(Math.max(0, padding)));
    }
  }

  private enum Layout {
    WRAPPED,
    CUT,
    VERBATIM
  }

  /// An empty line; several in a row, and one at the start, count for nothing.
  public Page gap() {
    if (!blocks.isEmpty() && !blocks.getLast().isGap()) {
      blocks.add(Block.gap());
    }
    return this;
  }

  /// A heading after an empty line.
  public Page heading(String text) {
    gap();
    return add(0, Lead.NONE, Styled.of(Style.STRONG, text), Layout.WRAPPED);
  }

  /// A paragraph.
  public Page text(int indent, Styled text) {
    return add(indent, Lead.NONE, text, Layout.WRAPPED);
  }

  /// A paragraph behind a mark.
  public Page item(int indent, Mark mark, Styled text) {
    return add(indent, new Lead(List.of(mark), Styled.empty(), 0), text, Layout.WRAPPED);
  }

  /// One line behind a mark and a label in a column; cut with an ellipsis where it is too long.
  public Page row(Mark mark, String label, int labelWidth, Styled text, boolean whole) {
    var lead = new Lead(List.of(mark), Styled.of(Style.PLAIN, label), labelWidth);
    return add(0, lead, text, whole ? Layout.WRAPPED : Layout.CUT);
  }

  /// One line of a table: cells of these widths, one space between them, behind a mark if there is
  /// one. Never broken.
  public Page cells(List<Mark> mark, List<Integer> widths, List<String> texts) {
    var line = new StringBuilder();
    for (var i = 0; i < texts.size(); i++) {
      var used = texts.get(i).codePointCount(0, texts.get(i).length());
      var padding = i < texts.size() - 1 ? Math.max(0, widths.get(i) - used) + 1 : 0;
      line.append(texts.get(i)).repeat(" ", padding);
    }
    var text = Styled.of(mark.isEmpty() ? Style.FAINT : Style.PLAIN, line.toString());
    return add(
        mark.isEmpty() ? BEHIND_A_MARK : 0,
        new Lead(mark, Styled.empty(), 0),
        text,
        Layout.VERBATIM);
  }

  /// A paragraph behind a label in a column.
  public Page labelled(int indent, String label, int labelWidth, Styled text) {
    var lead = new Lead(List.of(), Styled.of(Style.FAINT, label), labelWidth);
    return add(indent, lead, text, Layout.WRAPPED);
  }

  /// Lines that have to stay as they are: a command, a policy.
  public Page verbatim(int indent, String lines) {
    lines
        .lines()
        .forEach(line -> add(indent, Lead.NONE, Styled.of(Style.CODE, line), Layout.VERBATIM));
    return this;
  }

  /// One line that has to stay as it is, its words set off.
  public Page line(int indent, Styled text) {
    return add(indent, Lead.NONE, text, Layout.VERBATIM);
  }

  /// The page as lines, each ended by a line break.
  public String render(Look look) {
    return render(look, "");
  }

  /// The page as lines, each ended by a line break.
  ///
  /// @param besides what else belongs to the result: names that are hidden are looked for there too
  public String render(Look look, String besides) {
    var everything =
        blocks.stream().map(block -> block.text.plain()).collect(Collectors.joining("\n"));
    var masking = Masking.of(everything + "\n" + besides, look.mask());
    var out = new StringBuilder();
    for (var block : blocks) {
      var shown = new Block(block.indent, block.lead, masked(block.text, masking), block.layout);
      lines(shown, look).forEach(line -> out.append(finished(line, look)).append('\n'));
    }
    return out.toString();
  }

  private Page add(int indent, Lead lead, Styled text, Layout layout) {
    blocks.add(new Block(indent, lead, text, layout));
    return this;
  }

  private static Styled masked(Styled text, Masking masking) {
    return new Styled(
        text.spans().stream()
            .map(span -> new Styled.Span(span.style(), masking.apply(span.text())))
            .toList());
  }

  private static List<Styled> lines(Block block, Look look) {
    var lead = block.lead.styled(look);
    var indent = block.indent == BEHIND_A_MARK ? Mark.width(look.ascii()) + 1 : block.indent;
    var start = Styled.of(Style.PLAIN, " ".repeat(indent)).plus(lead);
    if (block.layout == Layout.VERBATIM) {
      return List.of(start.plus(block.text));
    }
    var wrapped = Wrapping.wrap(start, block.text, look.width());
    if (block.layout == Layout.WRAPPED || wrapped.size() == 1) {
      return wrapped;
    }
    return List.of(Wrapping.cut(start, block.text, look.width()));
  }

  private static String finished(Styled line, Look look) {
    var out = new StringBuilder();
    for (var span : line.spans()) {
      var text = look.ascii() ? Ascii.of(span.text()) : span.text();
      out.append(look.colour() ? span.style().coloured(text) : text);
    }
    return look.colour() ? out.toString() : out.toString().stripTrailing();
  }
}
