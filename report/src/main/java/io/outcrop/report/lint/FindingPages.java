package io.outcrop.report.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.FindingType;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;
import java.util.stream.Collectors;

/// The pages of findings, one or all.
public final class FindingPages {
  private static final int COLUMN = 10;
  private static final int SLUGS = 40;

  private FindingPages() {}

  /// All that is known of a type of finding.
  public static String render(FindingType type, Look look) {
    var page = new Page();
    page.text(0, Styled.of(Style.STRONG, type.slug()).plus(Styled.prose(": " + type.summary())));
    section("What it means", type.page().means(), page);
    section("Why it happens", type.page().why(), page);
    section("What to do", type.page().cure(), page);
    page.gap()
        .labelled(0, "severity", COLUMN, Styled.prose(type.severity().word()))
        .labelled(0, "said of", COLUMN, Styled.prose(kinds(type)))
        .labelled(0, "source", COLUMN, Styled.prose(type.source() + ", read " + type.asOf()));
    return page.render(look);
  }

  private static String kinds(FindingType type) {
    return type.kinds().size() == PolicyKind.values().length
        ? "every policy"
        : type.kinds().stream().sorted().map(PolicyKind::words).collect(Collectors.joining(", "));
  }

  private static void section(String title, String text, Page page) {
    page.heading(title);
    text.lines().filter(line -> !line.isBlank()).forEach(line -> page.text(0, Styled.prose(line)));
  }

  /// One line a type.
  public static String renderList(List<FindingType> types, Look look) {
    var page = new Page();
    for (var type : types) {
      page.labelled(
          0,
          type.slug(),
          SLUGS,
          Styled.prose(type.summary()).plus(Style.FAINT, " (" + type.severity().word() + ")"));
    }
    return page.render(look);
  }

  /// All that is known of a type of finding, for a program.
  public static Json.Obj json(FindingType type) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("finding", Json.of(type.slug()))
        .with("subject", Json.of(type.subject()))
        .with("severity", Json.of(type.severity().word()))
        .with("summary", Json.of(type.summary()))
        .with("means", Json.of(type.page().means()))
        .with("why", Json.of(type.page().why()))
        .with("cure", Json.of(type.page().cure()))
        .with("kinds", Json.ofTexts(type.kinds().stream().sorted().map(PolicyKind::id).toList()))
        .with("source", Json.of(type.source()))
        .with("asOf", Json.of(type.asOf()));
  }

  /// All types, for a program.
  public static Json.Obj jsonList(List<FindingType> types) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with(
            "findings",
            Json.array(
                types.stream()
                    .map(type ->
                        (Json)
                            Json.object()
                                .with("finding", Json.of(type.slug()))
                                .with("severity", Json.of(type.severity().word()))
                                .with("summary", Json.of(type.summary())))
                    .toList()));
  }
}
