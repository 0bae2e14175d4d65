package io.outcrop.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A page as plain text for a mail or a ticket: lines of at most 72 columns, but for what must not
/// be broken.
public final class MailText {
  private static final int WIDTH = 72;

  private MailText() {}

  /// The page; its title is the subject.
  public static String of(Document document) {
    var parts = new ArrayList<String>();
    parts.add("Subject: " + Harmless.line(document.title()).replace("`", ""));
    document.blocks().forEach(block -> parts.addAll(block(block, 0)));
    if (!document.footer().isEmpty()) {
      parts.add("--\n" + wrapped("", document.footer(), WIDTH));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static List<String> block(Block block, int level) {
    return switch (block) {
      case Block.Section(var title, var blocks) -> section(title, blocks, level);
      case Block.Verdict(var _, var text) -> List.of(wrapped("", text, WIDTH));
      case Block.Prose(var text) -> List.of(wrapped("", text, WIDTH));
      case Block.Facts(var facts) -> facts.isEmpty() ? List.of() : List.of(facts(facts));
      case Block.Points(var points) ->
          List.of(
              joined(
                  points.stream()
                      .map(point ->
                          item("- ", said(point.tone(), point.text()), point.blocks(), level))
                      .toList()));
      case Block.Steps(var steps) -> List.of(steps(steps, level));
      case Block.Table(var _, var rows) -> List.of(table(rows));
      case Block.Code(var _, var lines) ->
          List.of(Harmless.lines(lines).stripTrailing().indent(4).stripTrailing());
      case Block.Quote(var text) ->
          List.of(
              Harmless.lines(text)
                  .strip()
                  .lines()
                  .map(line -> wrapped("> ", line, WIDTH))
                  .collect(Collectors.joining("\n")));
      case Block.Links(var links) ->
          List.of(
              links.stream()
                  .map(link -> "- " + Harmless.line(link.label()) + "\n  " + link.address())
                  .collect(Collectors.joining("\n")));
    };
  }

  private static List<String> section(String title, List<Block> blocks, int level) {
    var parts = new ArrayList<String>();
    var line = Harmless.line(title).replace("`", "");
    var under = level == 0 ? "=" : "-";
    parts.add(line + "\n" + under.repeat(Math.min(WIDTH, line.codePointCount(0, line.length()))));
    blocks.forEach(block -> parts.addAll(block(block, level + 1)));
    return parts;
  }

  private static String facts(List<Block.Fact> facts) {
    var widest = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    return facts.stream()
        .map(fact -> {
          var name = fact.name() + ": " + " ".repeat(widest - fact.name().length());
          return wrapped(name, fact.value(), WIDTH);
        })
        .collect(Collectors.joining("\n"));
  }

  /// A table becomes a list: columns do not survive in a proportional font.
  private static String table(List<List<String>> rows) {
    return rows.stream()
        .map(row -> wrapped("- ", listed(row), WIDTH))
        .collect(Collectors.joining("\n"));
  }

  private static String listed(List<String> row) {
    var filled = row.stream().skip(1).filter(cell -> !cell.isEmpty()).toList();
    if (filled.isEmpty()) {
      return row.getFirst();
    }
    var rest = filled.subList(1, filled.size());
    return row.getFirst()
        + ": "
        + filled.getFirst()
        + (rest.isEmpty() ? "" : " (" + String.join("; ", rest) + ")");
  }

  private static String steps(List<Block.Step> steps, int level) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < steps.size(); i++) {
      lines.add(item((i + 1) + ". ", steps.get(i).text(), steps.get(i).blocks(), level));
    }
    return joined(lines);
  }

  /// Items that hold more than a line stand apart.
  private static String joined(List<String> items) {
    return String.join(items.stream().anyMatch(one -> one.contains("\n\n")) ? "\n\n" : "\n", items);
  }

  private static String item(String lead, String text, List<Block> blocks, int level) {
    if (blocks.isEmpty()) {
      return wrapped(lead, text, WIDTH);
    }
    var parts = new ArrayList<String>();
    blocks.forEach(block -> parts.addAll(block(block, level + 1)));
    var indent = " ".repeat(lead.length());
    var inner =
        String.join("\n\n", parts)
            .lines()
            .map(line -> line.isEmpty() ? line : indent + line)
            .collect(Collectors.joining("\n"));
    return wrapped(lead, text, WIDTH) + "\n\n" + inner;
  }

  private static String said(Tone tone, String text) {
    return tone.word().isEmpty() ? text : tone.word() + ": " + text;
  }

  private static String wrapped(String lead, String text, int width) {
    var indent = lead.startsWith(">") ? lead : " ".repeat(lead.length());
    var lines = new ArrayList<String>();
    var line = new StringBuilder(lead);
    var bare = true;
    for (var word : Harmless.line(text).split(" ", -1)) {
      if (!bare && line.length() + 1 + word.length() > width) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
        bare = true;
      }
      line.append(bare ? "" : " ").append(word);
      bare = false;
    }
    lines.add(line.toString().stripTrailing());
    return String.join("\n", lines);
  }
}
