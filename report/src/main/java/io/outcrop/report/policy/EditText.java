package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.edit.DocumentEdit;
import io.outcrop.iam.edit.DocumentEdit.Target;
import io.outcrop.iam.edit.EditAnswer;
import io.outcrop.iam.edit.EditAnswer.Loose;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.style.LineDiff;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;

/// What would flip a decision: which document, how, and who has to do it.
final class EditText {
  private static final int MOST_LOOSE = 1;

  private final Page page;
  private final Decision decision;
  private final EditAnswer answer;
  private final PolicyWords words;
  private final boolean verbose;

  EditText(Page page, LayersExplained explained, boolean verbose) {
    this.page = page;
    this.verbose = verbose;
    this.decision = explained.ruling().decision();
    this.answer = explained.flip();
    this.words = new PolicyWords(explained.whereabouts());
  }

  void add() {
    switch (answer) {
      case EditAnswer.AlreadyAllowed _, EditAnswer.AlreadyDenied _ -> {}
      case EditAnswer.Found(var edits, var tried) -> {
        page.heading(title(edits.size()));
        edits.forEach(edit -> edit(edit, ""));
        verified(edits.size(), tried);
      }
      case EditAnswer.SomeoneElse(var asks, var own, var tried) -> {
        page.heading(title(asks.size() + own.size()));
        own.forEach(edit -> edit(edit, ""));
        asks.forEach(ask -> edit(ask.edit(), ask.who()));
        verified(asks.size() + own.size(), tried);
      }
      case EditAnswer.DependsOnUnknown(var unknown, var edits) -> {
        if (!edits.isEmpty()) {
          page.heading("What has to change in any case");
          edits.forEach(edit -> edit(edit, ""));
          page.item(
              0,
              Mark.WARNING,
              Styled.prose("whether that is enough, depends on " + String.join("; ", unknown)));
        }
      }
      case EditAnswer.NotFound(var why, var closest) -> {
        page.heading(closest.isEmpty() ? "No edit flips it" : "No edit flips it and nothing else");
        page.item(
            0,
            Mark.NOTHING,
            Styled.prose(
                decision.rule().isEmpty()
                    ? why
                    : "the service refuses it to everybody, whatever policies say"));
        closest.stream().limit(MOST_LOOSE).forEach(this::loose);
      }
    }
  }

  private String title(int edits) {
    return (edits == 1 ? "The smallest edit that " : "The smallest edits that together ")
        + (decision.isAllowed() ? (edits == 1 ? "denies it" : "deny it") : verb(edits));
  }

  private static String verb(int edits) {
    return edits == 1 ? "allows it" : "allow it";
  }

  private void edit(DocumentEdit edit, String who) {
    page.item(
        0,
        Mark.NOTHING,
        Styled.of(Style.STRONG, words.document(edit))
            .plus(Style.PLAIN, ": ")
            .plus(Styled.prose(edit.words())));
    if (!who.isEmpty()) {
      page.item(2, Mark.WARNING, Styled.prose("ask " + who));
    }
    page.gap();
    diff(edit).addTo(page, 4);
    page.gap();
  }

  private void verified(int edits, int tried) {
    page.item(
        0,
        Mark.FINE,
        Styled.prose(
            "verified: with %s the request is %s; of %d other requests tried, none changes"
                .formatted(
                    edits == 1 ? "it" : "them",
                    decision.isAllowed() ? "denied" : "allowed",
                    tried)));
  }

  /// The diff of an edit that changes more than it should is for those who ask for it.
  private void loose(Loose loose) {
    page.item(
        0,
        Mark.NOTHING,
        Styled.prose(
            "the closest changes %d of the other requests tried, such as `%s` on `%s`:"
                .formatted(loose.others(), loose.example().action(), loose.example().resource())));
    for (var edit : loose.edits()) {
      if (verbose) {
        edit(edit, "");
      } else {
        page.item(2, Mark.NOTHING, Styled.prose(words.document(edit) + ": " + edit.words()));
      }
    }
  }

  /// What becomes of the document, as lines of the two written alike.
  static LineDiff diff(DocumentEdit edit) {
    var before =
        switch (edit.target()) {
          case Target.Existing(var policy, _) -> JsonWriter.pretty(policy.document().source());
          case Target.New _ -> "";
        };
    return LineDiff.of(before, JsonWriter.pretty(edit.document().source()));
  }
}
