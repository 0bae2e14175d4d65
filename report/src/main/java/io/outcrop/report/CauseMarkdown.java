package io.outcrop.report;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Entry;
import java.util.Map;

/// The page about one cause, as Markdown that can be read by itself.
public final class CauseMarkdown {
  private final CauseCatalogue catalogue;
  private final StringBuilder page = new StringBuilder();

  private CauseMarkdown(CauseCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The page about an entry of `catalogue`.
  public static String render(Entry entry, CauseCatalogue catalogue) {
    return new CauseMarkdown(catalogue).write(entry);
  }

  private String write(Entry entry) {
    var cause = entry.cause();
    page.append("# ").append(cause.slug()).append("\n\n**");
    page.append(prose(sentence(cause.summary()))).append("**\n");
    section("What it means", cause.means());
    page.append("\n## What you see\n");
    block("text", entry.example().text());
    section("Why it happens", cause.why());
    confirm(cause);
    page.append("\n## Cure\n");
    cause.cures().forEach(this::cure);
    facts(cause);
    if (!cause.outdated().isEmpty()) {
      section("Out of date", sentence(cause.outdated()));
    }
    lookAlikes(cause);
    page.append("\n---\nSource: ").append(prose(cause.source())).append(", as of ");
    page.append(cause.asOf()).append(". All causes: [README](README.md). In a terminal: ");
    page.append("`outcrop explain ").append(cause.slug()).append("`.\n");
    return page.toString();
  }

  private void confirm(Cause cause) {
    section("How to confirm it", filled(cause.confirm()));
    if (!cause.probe().isEmpty()) {
      paragraph("What decides: " + cause.probe() + ".");
    }
  }

  private void cure(Cause.Cure cure) {
    paragraph(
        "**" + sentence(filled(cure.title())) + "** (" + Words.of(cure.applicability()) + ")");
    if (!cure.commands().isEmpty()) {
      block("sh", filled(String.join("\n", cure.commands())));
    }
    if (!cure.undo().isEmpty()) {
      paragraph("Undo: " + filled(cure.undo()) + ".");
    }
  }

  private void facts(Cause cause) {
    page.append("\n| | |\n|---|---|\n");
    row("who acts", Words.who(cause.who()));
    row("how long it takes", cause.takes().isEmpty() ? "it acts at once" : cause.takes());
    row("try again by itself", Words.of(cause.retry(), cause.delay()));
  }

  private void lookAlikes(Cause cause) {
    if (cause.lookAlikes().isEmpty()) {
      return;
    }
    page.append("\n## Looks like it, and is not\n\n");
    for (var slug : cause.lookAlikes()) {
      var other = catalogue.get(slug);
      page.append("- [").append(slug).append("](").append(slug).append(".md): ");
      page.append(prose(other.summary()));
      page.append(other.probe().isEmpty() ? "" : "; told by: " + prose(other.probe()));
      page.append('\n');
    }
  }

  private void section(String title, String text) {
    if (!text.isEmpty()) {
      page.append("\n## ").append(title).append('\n');
      paragraph(text);
    }
  }

  private void paragraph(String text) {
    page.append('\n').append(prose(text)).append('\n');
  }

  private void row(String name, String value) {
    page.append("| ").append(name).append(" | ").append(prose(value).replace("|", "\\|"));
    page.append(" |\n");
  }

  private void block(String language, String lines) {
    page.append("\n```").append(language).append('\n').append(lines.strip()).append("\n```\n");
  }

  private static String filled(String text) {
    return CommandFilling.fill(text, Map.of());
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// What stands between backticks stays; elsewhere `<` and `*` would steer Markdown.
  static String prose(String text) {
    var safe = new StringBuilder();
    var code = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      code ^= c == '`';
      if (!code && c == '<') {
        safe.append("&lt;");
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
