package io.outcrop.report;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.redact.SecretKind;
import io.outcrop.causes.signal.Signal;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// What a text tells, for a person.
public final class ExplanationText {
  private static final int COLUMN = 9;
  private static final int FEW_SIGNALS = 8;
  private static final String UNKNOWN = "no known cause fits this text";

  private ExplanationText() {}

  /// The page.
  public static String render(Pasted pasted, Ending ending, Look look) {
    var page = new Page();
    var explanation = pasted.explanation();
    var diagnoses = explanation.diagnoses();
    if (diagnoses.isEmpty()) {
      page.item(0, Mark.WARNING, Styled.prose(UNKNOWN));
    } else {
      best(diagnoses.getFirst(), page, look);
      others(diagnoses.subList(1, diagnoses.size()), page);
    }
    LogText.addTo(page, pasted.log(), look);
    if (look.verbose() || diagnoses.isEmpty()) {
      signals(explanation, page, look);
    }
    secrets(pasted, page);
    ending.addTo(page);
    return page.render(look);
  }

  /// One line for the best cause.
  public static String renderShort(Pasted pasted, Look look) {
    var page = new Page();
    var diagnoses = pasted.explanation().diagnoses();
    if (diagnoses.isEmpty()) {
      page.item(0, Mark.WARNING, Styled.prose(UNKNOWN));
    } else {
      page.item(0, Mark.BROKEN, title(diagnoses.getFirst()));
    }
    return page.render(
        new Look(Integer.MAX_VALUE, look.colour(), look.ascii(), false, look.mask()));
  }

  private static Styled title(Diagnosis diagnosis) {
    var cause = diagnosis.cause();
    return Styled.prose(cause.summary())
        .plus(Style.FAINT, " [" + cause.slug() + "] (" + diagnosis.confidence().id() + ")");
  }

  private static void best(Diagnosis diagnosis, Page page, Look look) {
    var cause = diagnosis.cause();
    page.item(0, Mark.BROKEN, title(diagnosis));
    diagnosis.because().stream()
        .limit(look.verbose() ? 99 : 3)
        .forEach(span ->
            page.labelled(2, "because", COLUMN, Styled.of(Style.PLAIN, "“" + span.text() + "”")));
    if (!cause.means().isEmpty()) {
      page.gap().text(0, Styled.prose(cause.means()));
    }
    if (look.verbose() && !cause.why().isEmpty()) {
      page.gap().text(0, Styled.prose(cause.why()));
    }
    if (!cause.probe().isEmpty()) {
      page.gap().labelled(0, "decides", COLUMN, Styled.prose(cause.probe()));
    }
    page.heading("Cure");
    cause.cures().stream()
        .limit(look.verbose() ? 99 : 2)
        .forEach(cure -> cure(cure, diagnosis, page));
    conditions(cause, page);
  }

  private static void cure(Cause.Cure cure, Diagnosis diagnosis, Page page) {
    page.item(
        0,
        Mark.NOTHING,
        Styled.prose(CommandFilling.fill(cure.title(), diagnosis.values()))
            .plus(Style.FAINT, suffix(cure)));
    cure.commands()
        .forEach(command -> page.verbatim(4, CommandFilling.fill(command, diagnosis.values())));
  }

  private static String suffix(Cause.Cure cure) {
    return switch (cure.applicability()) {
      case AUTOMATIC -> " (`outcrop fix` does it)";
      case NEEDS_VALUES -> "";
      case SOMEONE_ELSE -> " (somebody else)";
    };
  }

  private static void conditions(Cause cause, Page page) {
    if (!cause.takes().isEmpty()) {
      page.labelled(0, "takes", COLUMN, Styled.prose(cause.takes()));
    }
    if (cause.retry() != Cause.Retry.NEVER) {
      page.labelled(0, "retry", COLUMN, Styled.prose(Words.of(cause.retry(), cause.delay())));
    }
    if (!cause.outdated().isEmpty()) {
      page.item(0, Mark.WARNING, Styled.prose("out of date: " + cause.outdated()));
    }
  }

  private static void others(List<Diagnosis> others, Page page) {
    if (others.isEmpty()) {
      return;
    }
    page.heading("It could also be");
    for (var other : others) {
      page.item(0, Mark.WARNING, title(other));
      if (!other.cause().probe().isEmpty()) {
        page.labelled(2, "decides", COLUMN, Styled.prose(other.cause().probe()));
      }
    }
  }

  /// What was understood. Of a text that nothing explains, the first of it helps to see why.
  private static void signals(Explanation explanation, Page page, Look look) {
    var shown = explanation.signals();
    if (shown.isEmpty()) {
      return;
    }
    page.heading("What was read");
    shown.stream()
        .limit(look.verbose() ? Integer.MAX_VALUE : FEW_SIGNALS)
        .forEach(signal -> signal(signal, page));
  }

  private static void signal(Signal signal, Page page) {
    page.labelled(0, signal.kind(), 12, Styled.of(Style.PLAIN, signal.value()));
  }

  private static void secrets(Pasted pasted, Page page) {
    if (pasted.secrets().isEmpty()) {
      return;
    }
    page.heading("A secret was in this text");
    for (var kind : pasted.secrets()) {
      page.item(
          0, Mark.WARNING, Styled.prose(kind.words() + ": " + kind.remedy() + whose(kind, pasted)));
    }
    page.item(0, Mark.NOTHING, Styled.prose("`outcrop redact FILE` writes the text without it"));
  }

  private static String whose(SecretKind kind, Pasted pasted) {
    return kind != SecretKind.SECRET_ACCESS_KEY || pasted.keyIds().isEmpty()
        ? ""
        : " `" + String.join("`, `", pasted.keyIds()) + "`";
  }
}
