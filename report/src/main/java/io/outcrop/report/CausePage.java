package io.outcrop.report;

import io.outcrop.causes.catalogue.Cause;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;
import java.util.Map;

/// The page about one cause, and the list of all.
public final class CausePage {
  private CausePage() {}

  /// All that is known of a cause.
  public static String render(Cause cause, Look look) {
    var page = new Page();
    page.text(0, Styled.of(Style.STRONG, cause.slug()).plus(Style.PLAIN, ": " + cause.summary()));
    section("What it means", cause.means(), page);
    section("Why it happens", cause.why(), page);
    section("How to confirm it", cause.confirm(), page);
    section("What decides it", cause.probe(), page);
    section("Out of date", cause.outdated(), page);
    page.heading("How to cure it");
    cause.cures().forEach(cure -> cure(cure, page));
    page.gap();
    labelled("who acts", Words.who(cause.who()), page);
    labelled("takes", cause.takes(), page);
    labelled("retry", Words.of(cause.retry(), cause.delay()), page);
    labelled("looks like", String.join(", ", cause.lookAlikes()), page);
    labelled("source", cause.source() + ", as of " + cause.asOf(), page);
    labelled("page", file(cause.slug()), page);
    return page.render(look);
  }

  /// One line a cause.
  public static String renderList(List<Cause> causes, Look look) {
    var page = new Page();
    for (var cause : causes) {
      page.labelled(0, cause.slug(), 40, Styled.prose(cause.summary()));
    }
    return page.render(look);
  }

  /// All that is known of a cause, for a program.
  public static Json.Obj json(Cause cause) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("cause", Json.of(cause.slug()))
        .with("family", Json.of(cause.family()))
        .with("summary", Json.of(cause.summary()))
        .with("means", Json.of(cause.means()))
        .with("why", Json.of(cause.why()))
        .with("confirm", Json.of(cause.confirm()))
        .with("probe", Json.of(cause.probe()))
        .with("lookAlikes", Json.ofTexts(cause.lookAlikes()))
        .with("cures", cures(cause, Map.of()))
        .with("retry", Json.of(cause.retry().id()))
        .with("delay", delay(cause.delay()))
        .with("who", Json.of(cause.who()))
        .with("takes", Json.of(cause.takes()))
        .with("source", Json.of(cause.source()))
        .with("asOf", Json.of(cause.asOf()))
        .with("outdated", Json.of(cause.outdated()))
        .with("page", Json.of(file(cause.slug())));
  }

  /// The list of all causes, for a program.
  public static Json.Obj jsonList(List<Cause> causes) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with(
            "causes",
            Json.array(
                causes.stream()
                    .map(cause ->
                        Json.object()
                            .with("cause", Json.of(cause.slug()))
                            .with("family", Json.of(cause.family()))
                            .with("summary", Json.of(cause.summary())))
                    .toList()));
  }

  /// Where the page about a cause lies among the program's files.
  static String file(String slug) {
    return "docs/causes/" + slug + ".md";
  }

  static Json.Obj delay(Cause.Delay delay) {
    return Json.object()
        .with("first", Json.of(delay.first().toString()))
        .with("most", Json.of(delay.most().toString()));
  }

  static Json.Arr cures(Cause cause, Map<String, String> values) {
    return Json.array(
        cause.cures().stream()
            .map(cure ->
                Json.object()
                    .with("applicability", Json.of(cure.applicability().id()))
                    .with("title", Json.of(CommandFilling.fill(cure.title(), values)))
                    .with(
                        "commands",
                        Json.ofTexts(
                            cure.commands().stream()
                                .map(command -> CommandFilling.fill(command, values))
                                .toList()))
                    .with("undo", Json.of(cure.undo())))
            .toList());
  }

  private static void section(String title, String text, Page page) {
    if (!text.isEmpty()) {
      page.heading(title).text(0, Styled.prose(text));
    }
  }

  private static void cure(Cause.Cure cure, Page page) {
    page.item(
        0,
        Mark.NOTHING,
        Styled.prose(CommandFilling.fill(cure.title(), Map.of()))
            .plus(Style.FAINT, " (" + Words.of(cure.applicability()) + ")"));
    cure.commands().forEach(command -> page.verbatim(4, CommandFilling.fill(command, Map.of())));
    if (!cure.undo().isEmpty()) {
      page.labelled(2, "undo", 6, Styled.prose(cure.undo()));
    }
  }

  private static void labelled(String label, String value, Page page) {
    if (!value.isEmpty()) {
      page.labelled(0, label, 12, Styled.prose(value));
    }
  }
}
