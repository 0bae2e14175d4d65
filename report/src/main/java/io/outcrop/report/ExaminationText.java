package io.outcrop.report;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.examination.SupportCase;
import io.outcrop.cloud.client.Setting;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// An examination for a person: the verdict first, the next command last.
public final class ExaminationText {
  private static final int STAGE_COLUMN = 13;
  private static final int EVIDENCE_COLUMN = 10;
  private static final int ORIGIN_COLUMN = 18;

  private final Look look;
  private final Page page = new Page();

  private ExaminationText(Look look) {
    this.look = look;
  }

  /// The page.
  public static String render(Examination examination, Ending ending, Look look) {
    var text = new ExaminationText(look);
    text.verdict(examination);
    text.subject(examination.subject());
    text.page.gap();
    examination.stages().forEach(text::stage);
    examination.root().ifPresent(text::root);
    text.others("What would break next", examination.next());
    text.others("Beside the call, which does not need it", examination.beside());
    text.notes(examination.notes());
    text.given(examination.given());
    examination.support().forEach(text::support);
    ending.addTo(text.page);
    return text.page.render(look);
  }

  /// The verdict in one line, as other reports cite it.
  static Styled verdictOf(Examination examination) {
    return switch (examination.status()) {
      case HEALTHY ->
          Styled.of(Style.STRONG, "healthy")
              .plus(
                  Style.PLAIN,
                  wasCalled(examination)
                      ? ": the call goes through"
                      : ": nothing that was looked at speaks against the call");
      case BROKEN ->
          Styled.of(Style.STRONG, "broken")
              .plus(Style.PLAIN, ": ")
              .plus(examination.root().map(ExaminationText::summary).orElse(Styled.empty()));
      case UNKNOWN ->
          Styled.of(Style.STRONG, "unknown")
              .plus(Style.PLAIN, ": ")
              .plus(Styled.prose(whyUnknown(examination)));
    };
  }

  private static boolean wasCalled(Examination examination) {
    return examination.stages().stream()
        .anyMatch(
            stage -> stage.name().equals("calls") && stage.outcome() == Stage.Outcome.SUCCEEDED);
  }

  static Mark markOf(Examination.Status status) {
    return switch (status) {
      case HEALTHY -> Mark.FINE;
      case BROKEN -> Mark.BROKEN;
      case UNKNOWN -> Mark.WARNING;
    };
  }

  static Styled sentence(Finding finding) {
    return Styled.prose(finding.sentence()).plus(Style.FAINT, " [" + finding.cause().slug() + "]");
  }

  private static Styled summary(Finding finding) {
    return Styled.prose(finding.cause().summary())
        .plus(Style.FAINT, " [" + finding.cause().slug() + "]");
  }

  private static String whyUnknown(Examination examination) {
    if (examination.support().stream().anyMatch(SupportCase::allGreen)) {
      return "everything that can be looked at is in order, and yet AWS refuses the call";
    }
    return examination.stages().stream()
        .filter(stage -> stage.outcome() != Stage.Outcome.SUCCEEDED)
        .filter(stage -> stage.outcome() != Stage.Outcome.SKIPPED)
        .findFirst()
        .map(stage -> "stage `" + stage.name() + "`: " + stage.why())
        .orElse("nothing that was seen decides it");
  }

  private void verdict(Examination examination) {
    page.item(0, markOf(examination.status()), verdictOf(examination)).gap();
  }

  private void subject(Examination.Subject subject) {
    labelled("model", subject.model());
    labelled("region", subject.region());
    labelled("principal", subject.principal());
    labelled("credentials", subject.credentialSource());
    labelled("endpoint", subject.endpoint());
    if (look.verbose()) {
      labelled("at", subject.at());
    }
  }

  private void labelled(String label, String value) {
    if (!value.isEmpty()) {
      page.labelled(0, label, STAGE_COLUMN + 2, Styled.of(Style.PLAIN, value));
    }
  }

  private void stage(Stage stage) {
    var mark =
        switch (stage.outcome()) {
          case SUCCEEDED -> Mark.FINE;
          case REFUSED, UNREACHABLE, CRASHED -> Mark.BROKEN;
          case NOT_PERMITTED -> Mark.WARNING;
          case SKIPPED -> Mark.NOTHING;
        };
    var outcome =
        switch (stage.outcome()) {
          case SUCCEEDED, REFUSED -> "";
          case UNREACHABLE -> "unreachable: ";
          case CRASHED -> "crashed: ";
          case NOT_PERMITTED -> "not permitted to look: ";
          case SKIPPED -> "skipped: ";
        };
    page.row(mark, stage.name(), STAGE_COLUMN, Styled.prose(outcome + stage.why()), look.verbose());
  }

  private void root(Finding finding) {
    page.heading("Root cause (" + finding.confidence().id() + ")");
    finding(finding, Mark.BROKEN, look.verbose() ? Integer.MAX_VALUE : 2);
  }

  private void others(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.heading(heading);
    findings.forEach(finding -> finding(finding, Mark.WARNING, look.verbose() ? 99 : 0));
  }

  private void notes(List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    page.heading("Notes");
    notes.forEach(note -> page.item(0, Mark.NOTHING, Styled.prose(note)));
  }

  private void given(List<Setting> given) {
    if (!look.verbose() || given.isEmpty()) {
      return;
    }
    page.heading("Where each value came from");
    given.forEach(setting ->
        page.labelled(
            2,
            setting.name(),
            ORIGIN_COLUMN,
            Styled.of(Style.PLAIN, setting.value()).plus(Style.FAINT, " " + setting.origin())));
  }

  private void support(SupportCase support) {
    page.heading(
        support.allGreen()
            ? "Everything is green and yet it is denied: for AWS Support"
            : "Only AWS can lift this: for AWS Support");
    page.verbatim(2, support.text());
  }

  private void finding(Finding finding, Mark mark, int evidences) {
    page.item(0, mark, sentence(finding));
    finding.evidence().stream()
        .filter(evidence -> look.verbose() || !evidence.text().contains(finding.sentence()))
        .limit(evidences)
        .forEach(this::evidence);
    finding.cures().stream().limit(look.verbose() ? 99 : 1).forEach(this::cure);
  }

  private void evidence(Evidence evidence) {
    var source = evidence.source().isEmpty() ? "" : " (" + evidence.source() + ")";
    page.labelled(
        2,
        evidence.kind(),
        EVIDENCE_COLUMN,
        Styled.prose(evidence.text()).plus(Style.FAINT, look.verbose() ? source : ""));
  }

  private void cure(Cure cure) {
    page.labelled(
        2,
        "cure",
        EVIDENCE_COLUMN,
        Styled.prose(cure.title()).plus(Style.FAINT, " (" + Words.of(cure.applicability()) + ")"));
    if (look.verbose()) {
      if (!cure.effect().isEmpty()) {
        page.labelled(2, "", EVIDENCE_COLUMN, Styled.prose(cure.effect()));
      }
      cure.commands().forEach(command -> page.verbatim(2 + EVIDENCE_COLUMN, command));
    }
  }
}
