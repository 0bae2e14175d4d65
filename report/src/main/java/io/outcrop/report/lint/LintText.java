package io.outcrop.report.lint;

import io.outcrop.json.Position;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Fix;
import io.outcrop.lint.finding.Severity;
import io.outcrop.report.Ending;
import io.outcrop.report.lint.LintResult.Linted;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with policies, for a person.
public final class LintText {
  private static final int COLUMN = 6;

  private final Look look;
  private final Page page = new Page();

  private LintText(Look look) {
    this.look = look;
  }

  /// The page.
  public static String render(LintResult result, Ending ending, Look look) {
    var text = new LintText(look);
    text.summary(result);
    result.policies().forEach(text::policy);
    if (!result.entries().isEmpty()) {
      text.page.gap();
      result.entries().forEach(entry -> text.finding(result.baseline(), entry));
    }
    text.notes(result);
    ending.addTo(text.page);
    return text.page.render(look);
  }

  private void summary(LintResult result) {
    var parts = new ArrayList<String>();
    for (var severity : Severity.values()) {
      var count = result.count(severity);
      if (count > 0) {
        parts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
      }
    }
    var all = result.policies().size();
    var policies = all + (all == 1 ? " policy" : " policies");
    if (parts.isEmpty()) {
      page.item(0, Mark.FINE, Styled.of(Style.STRONG, policies).plus(Style.PLAIN, ": clean"));
      return;
    }
    page.item(
        0,
        result.count(Severity.ERROR) > 0 ? Mark.BROKEN : Mark.WARNING,
        Styled.of(Style.STRONG, String.join(", ", parts)).plus(Style.PLAIN, " in " + policies));
  }

  private void policy(Linted policy) {
    if (!policy.open().isEmpty() || look.verbose()) {
      page.gap();
    }
    if (look.verbose()) {
      page.text(
          0,
          Styled.of(Style.STRONG, policy.shown())
              .plus(
                  Style.FAINT,
                  ", read as " + policy.kind().words() + (policy.guessed() ? " (a guess)" : "")));
    }
    policy.open().forEach(finding -> finding(policy.shown(), finding));
  }

  private void finding(String where, Finding finding) {
    page.item(
        0,
        mark(finding.severity()),
        Styled.of(Style.STRONG, where + place(finding.position()))
            .plus(Style.PLAIN, ": ")
            .plus(Styled.prose(finding.message()))
            .plus(Style.FAINT, " [" + finding.slug() + "]"));
    labelled("help", finding.help());
    finding.fixes().forEach(fix -> labelled("fix", fix(fix)));
    if (look.verbose()) {
      labelled("means", finding.type().page().means());
    }
  }

  private static String fix(Fix fix) {
    return fix.title()
        + " ("
        + sure(fix.certainty())
        + (fix.changesDecisions() ? "; " + fix.changes() : "")
        + ")";
  }

  private static String sure(Certainty certainty) {
    return switch (certainty) {
      case CERTAIN -> "certain";
      case LIKELY -> "likely";
      case NEEDS_VALUES -> "needs values";
    };
  }

  private void labelled(String label, String sentence) {
    if (!sentence.isEmpty()) {
      page.labelled(2, label, COLUMN, Styled.prose(sentence));
    }
  }

  private void notes(LintResult result) {
    var notes = new ArrayList<>(result.notes());
    if (result.accepted() > 0) {
      notes.add(
          result.accepted()
              + (result.accepted() == 1 ? " finding is" : " findings are")
              + " accepted by `"
              + result.baseline()
              + "`");
    }
    if (!notes.isEmpty()) {
      page.gap();
      List.copyOf(notes).forEach(note -> page.item(0, Mark.NOTHING, Styled.prose(note)));
    }
  }

  private static String place(Position position) {
    return position.isKnown() ? ":" + position.line() + ":" + position.column() : "";
  }

  private static Mark mark(Severity severity) {
    return switch (severity) {
      case ERROR -> Mark.BROKEN;
      case WARNING -> Mark.WARNING;
      case SUGGESTION -> Mark.NOTHING;
    };
  }
}
