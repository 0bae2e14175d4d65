package io.outcrop.cli.policy.generate;

import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.generate.PolicyAnswer;
import io.outcrop.grants.generate.PolicyLine;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.Locale;
import java.util.Optional;

/// A policy for people: why each line is there, then the documents.
final class PolicyText {
  private static final int COLUMN = 11;

  private PolicyText() {}

  /// @param next the next command to type
  static String of(PolicyAnswer.Policy policy, Target target, String next, Look look) {
    var page = new Page();
    head(policy, target, page);
    page.heading("Why each line is there");
    policy.lines().forEach(line -> line(line, policy, page));
    for (var document : policy.documents()) {
      page.heading(document.name());
      page.verbatim(0, JsonWriter.pretty(document.document()));
    }
    if (!policy.notes().isEmpty()) {
      page.heading("Notes");
      policy.notes().forEach(note -> page.item(0, Mark.NOTHING, Styled.prose(note)));
    }
    page.gap().text(0, Styled.of(Style.PLAIN, "Next:")).verbatim(2, next);
    return page.render(look);
  }

  private static void head(PolicyAnswer.Policy policy, Target target, Page page) {
    var sizes =
        policy.documents().stream()
            .map(document ->
                "`%s` (%d characters)".formatted(document.name(), document.characters()))
            .toList();
    var problem = fit(policy.fit(), target);
    page.item(
        0,
        problem.isEmpty() ? Mark.FINE : Mark.BROKEN,
        Styled.prose("least policy: " + String.join(", ", sizes)));
    problem.ifPresent(sentence -> page.item(0, Mark.BROKEN, Styled.prose(sentence)));
  }

  private static void line(PolicyLine line, PolicyAnswer.Policy policy, Page page) {
    if (line.element() == PolicyLine.Element.STATEMENT) {
      var several = policy.documents().size() > 1 ? line.document() + " " : "";
      page.gap()
          .text(
              0,
              Styled.of(Style.STRONG, several + line.text())
                  .plus(Style.PLAIN, ": ")
                  .plus(Styled.prose(String.join("; ", line.because()))));
      return;
    }
    page.labelled(
        2,
        line.element().name().toLowerCase(Locale.ROOT),
        COLUMN,
        Styled.of(Style.CODE, line.text()));
    line.because().forEach(reason -> page.text(2 + COLUMN + 2, Styled.prose(reason)));
  }

  /// What is wrong if the documents do not fit.
  static Optional<String> fit(Fit fit, Target target) {
    return switch (fit) {
      case Fit.Fits() -> Optional.empty();
      case Fit.TooLong(var characters, var most) ->
          Optional.of(
              "%d characters are more than the %d that all inline policies of %s may have together:"
                      .formatted(characters, most, holder(target))
                  + " leave `--inline` out");
      case Fit.TooMany(var documents, var most, var highest) ->
          Optional.of(
              "%d policies are more than the %d that can be attached to %s (%d with a higher quota)"
                  .formatted(documents, most, holder(target), highest));
    };
  }

  private static String holder(Target target) {
    return switch (target) {
      case Target.Unattached() -> "nobody";
      case Target.Attached(var holder) -> holder.toString();
      case Target.Inline(var holder) -> holder.toString();
    };
  }
}
