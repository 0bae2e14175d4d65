package io.outcrop.report.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A page as one HTML file that needs nothing else: no network, no script. It reads without colour
/// and on paper, and follows the reader's choice of light or dark.
public final class HtmlPage {
  private static final String STYLE = "page.css";

  private int anchors;

  private HtmlPage() {}

  /// The page.
  public static String of(Document document) {
    return new HtmlPage().page(document);
  }

  private String page(Document document) {
    var title = Inline.of(Harmless.line(document.title()));
    var plain = title.stream().map(Inline::text).collect(Collectors.joining());
    var body = new StringBuilder();
    document.blocks().forEach(block -> body.append(block(block, 2)));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s</main>
    %s</body>
    </html>
    """
        .formatted(text(plain), style(), inline(document.title()), body, footer(document.footer()));
  }

  private static String footer(String words) {
    return words.isEmpty() ? "" : "<footer><p>" + inline(words) + "</p></footer>\n";
  }

  private String block(Block block, int level) {
    return switch (block) {
      case Block.Section(var title, var blocks) -> section(title, blocks, level);
      case Block.Verdict(var tone, var words) ->
          "<p class=\"verdict %s\">%s<span>%s</span></p>\n"
              .formatted(tone.style(), mark(tone), inline(words));
      case Block.Prose(var words) -> "<p>" + inline(words) + "</p>\n";
      case Block.Facts(var facts) -> facts(facts);
      case Block.Points(var points) ->
          points.stream()
              .map(point ->
                  "<li class=\"%s\">%s<div>%s%s</div></li>\n"
                      .formatted(
                          point.tone().style(),
                          mark(point.tone()),
                          inline(point.text()),
                          inner(point.blocks(), level)))
              .collect(Collectors.joining("", "<ul class=\"points\">\n", "</ul>\n"));
      case Block.Steps(var steps) ->
          steps.stream()
              .map(step ->
                  "<li><p class=\"step\">%s</p>%s</li>\n"
                      .formatted(inline(step.text()), inner(step.blocks(), level)))
              .collect(Collectors.joining("", "<ol>\n", "</ol>\n"));
      case Block.Table(var head, var rows) -> table(head, rows);
      case Block.Code(var language, var lines) ->
          "<pre class=\"%s\" tabindex=\"0\"><code>%s</code></pre>\n"
              .formatted(text(language), text(Harmless.lines(lines).stripTrailing()));
      case Block.Quote(var words) ->
          "<blockquote>" + text(Harmless.lines(words).strip()) + "</blockquote>\n";
      case Block.Links(var links) -> links(links);
    };
  }

  private String section(String title, List<Block> blocks, int level) {
    anchors++;
    var id = "s" + anchors;
    var depth = Math.min(6, level);
    var body = new StringBuilder();
    blocks.forEach(block -> body.append(block(block, level + 1)));
    return """
    <section aria-labelledby="%s">
    <h%d id="%s">%s</h%d>
    %s</section>
    """
        .formatted(id, depth, id, inline(title), depth, body);
  }

  private String inner(List<Block> blocks, int level) {
    return blocks.isEmpty()
        ? ""
        : blocks.stream()
            .map(block -> block(block, level + 1))
            .collect(Collectors.joining("", "\n", ""));
  }

  private static String facts(List<Block.Fact> facts) {
    return facts.stream()
        .map(fact ->
            "<div><dt>%s</dt><dd>%s</dd></div>\n"
                .formatted(inline(fact.name()), inline(fact.value())))
        .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
  }

  private static String table(List<String> head, List<List<String>> rows) {
    var heads =
        head.stream()
            .map(cell -> "<th scope=\"col\" role=\"columnheader\">" + inline(cell) + "</th>")
            .collect(Collectors.joining());
    var body =
        rows.stream()
            .map(row ->
                IntStream.range(0, row.size())
                    .mapToObj(i -> cell(head.get(i), row.get(i)))
                    .collect(Collectors.joining("", "<tr role=\"row\">", "</tr>\n")))
            .collect(Collectors.joining());
    return """
    <table role="table">
    <thead><tr role="row">%s</tr></thead>
    <tbody>
    %s</tbody>
    </table>
    """
        .formatted(heads, body);
  }

  /// On a narrow screen a row becomes lines, each behind its column's name; the roles keep it a
  /// table for those who hear it.
  private static String cell(String head, String words) {
    return "<td role=\"cell\" data-head=\"%s\">%s</td>".formatted(text(head), inline(words));
  }

  /// Only what is a web address becomes a link; its address is printed on paper.
  private static String links(List<Block.Link> links) {
    return links.stream()
        .map(link ->
            link.address().toLowerCase(Locale.ROOT).startsWith("https://")
                ? "<li><a href=\"%s\" rel=\"noreferrer\">%s</a></li>\n"
                    .formatted(text(Harmless.line(link.address())), inline(link.label()))
                : "<li>%s: %s</li>\n".formatted(inline(link.label()), text(link.address())))
        .collect(Collectors.joining("", "<ul class=\"links\">\n", "</ul>\n"));
  }

  private static String mark(Tone tone) {
    return tone.word().isEmpty()
        ? "<span class=\"mark\" aria-hidden=\"true\">%s</span> ".formatted(tone.sign())
        : "<span class=\"mark\" role=\"img\" aria-label=\"%s\">%s</span> "
            .formatted(tone.word(), tone.sign());
  }

  private static String inline(String words) {
    return Inline.of(Harmless.line(words)).stream()
        .map(part -> part.code() ? "<code>" + text(part.text()) + "</code>" : text(part.text()))
        .collect(Collectors.joining());
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (var in = HtmlPage.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("`" + STYLE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
