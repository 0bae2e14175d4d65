package io.outcrop.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page as Markdown in GitHub's dialect, readable as it stands.
public final class MarkdownPage {
  private static final String STEERING = "\\*_<>";
  private static final Pattern BLOCK = Pattern.compile("[#=+-]");

  private MarkdownPage() {}

  /// The page.
  public static String of(Document document) {
    var parts = new ArrayList<String>();
    parts.add("# " + inline(document.title()));
    document.blocks().forEach(block -> parts.addAll(block(block, 2)));
    if (!document.footer().isEmpty()) {
      parts.add("---");
      parts.add(inline(document.footer()));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static List<String> block(Block block, int level) {
    return switch (block) {
      case Block.Section(var title, var blocks) -> section(title, blocks, level);
      case Block.Verdict(var tone, var text) ->
          List.of("> **" + tone.sign() + " " + inline(text) + "**");
      case Block.Prose(var text) -> List.of(started(inline(text)));
      case Block.Facts(var facts) -> facts.isEmpty() ? List.of() : List.of(facts(facts));
      case Block.Points(var points) ->
          List.of(
              joined(
                  points.stream()
                      .map(point ->
                          item("- ", marked(point.tone(), point.text()), point.blocks(), level))
                      .toList()));
      case Block.Steps(var steps) -> List.of(steps(steps, level));
      case Block.Table(var head, var rows) -> List.of(table(head, rows));
      case Block.Code(var language, var lines) -> List.of(fenced(language, lines));
      case Block.Quote(var text) ->
          List.of(
              Harmless.lines(text)
                  .strip()
                  .lines()
                  .map(line -> "> " + started(escaped(line)))
                  .collect(Collectors.joining("\n")));
      case Block.Links(var links) ->
          List.of(
              links.stream()
                  .map(link -> "- [" + inline(link.label()) + "](<" + link.address() + ">)")
                  .collect(Collectors.joining("\n")));
    };
  }

  private static List<String> section(String title, List<Block> blocks, int level) {
    var parts = new ArrayList<String>();
    parts.add("#".repeat(Math.min(6, level)) + " " + inline(title));
    blocks.forEach(block -> parts.addAll(block(block, level + 1)));
    return parts;
  }

  private static String facts(List<Block.Fact> facts) {
    return table(
        List.of("", ""), facts.stream().map(fact -> List.of(fact.name(), fact.value())).toList());
  }

  private static String table(List<String> head, List<List<String>> rows) {
    var lines = new ArrayList<String>();
    lines.add(row(head));
    lines.add("|" + "---|".repeat(head.size()));
    rows.forEach(row -> lines.add(row(row)));
    return String.join("\n", lines);
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> inline(cell).replace("\\|", "|").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"))
        .replace("  ", " ");
  }

  private static String steps(List<Block.Step> steps, int level) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < steps.size(); i++) {
      lines.add(item((i + 1) + ". ", inline(steps.get(i).text()), steps.get(i).blocks(), level));
    }
    return joined(lines);
  }

  /// Items that hold more than a line stand apart.
  private static String joined(List<String> items) {
    return String.join(items.stream().anyMatch(one -> one.contains("\n\n")) ? "\n\n" : "\n", items);
  }

  private static String item(String lead, String text, List<Block> blocks, int level) {
    var parts = new ArrayList<String>();
    parts.add(text);
    blocks.forEach(block -> parts.addAll(block(block, level + 1)));
    var indent = " ".repeat(lead.length());
    var body =
        String.join("\n\n", parts)
            .lines()
            .map(line -> line.isEmpty() ? line : indent + line)
            .collect(Collectors.joining("\n"));
    return lead + body.substring(indent.length());
  }

  private static String marked(Tone tone, String text) {
    return tone == Tone.NOTHING ? inline(text) : tone.sign() + " " + inline(text);
  }

  private static String fenced(String language, String lines) {
    var text = Harmless.lines(lines).stripTrailing();
    var fence = "```";
    while (text.contains(fence)) {
      fence = fence + "`";
    }
    return fence + language + "\n" + text + "\n" + fence;
  }

  private static String inline(String words) {
    return Inline.of(Harmless.line(words)).stream()
        .map(part -> part.code() ? "`" + part.text() + "`" : escaped(part.text()))
        .collect(Collectors.joining());
  }

  /// A line that begins like a heading or a list is none.
  private static String started(String line) {
    return BLOCK.matcher(line).lookingAt() ? "\\" + line : line;
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (STEERING.indexOf(c) >= 0 && !isInsideWord(text, i)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString().replace("](", "]\\(").replace("][", "]\\[").replace("]:", "]\\:");
  }

  /// An underscore between letters steers nothing in GitHub's dialect.
  private static boolean isInsideWord(String text, int at) {
    return text.charAt(at) == '_'
        && at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
