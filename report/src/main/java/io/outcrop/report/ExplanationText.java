package io.outcrop.report;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// What a text tells, for a person.
public final class ExplanationText {
  private static final int COLUMN = 9;

  private ExplanationText() {}

  /// The page.
  public static String render(Explanation explanation, Ending ending, Look look) {
    var page = new Page();
    var diagnoses = explanation.diagnoses();
    if (diagnoses.isEmpty()) {
      page.item(0, Mark.WARNING, Styled.prose("no known cause fits this text"));
      if (look.verbose()) {
        signals(explanation, page);
      }
    } else {
      best(diagnoses.getFirst(), page, look);
      others(diagnoses.subList(1, diagnoses.size()), page);
      if (look.verbose()) {
        signals(explanation, page);
      }
    }
    ending.addTo(page);
    return page.render(look);
  }

  /// One line for the best cause.
  public static String renderShort(Explanation explanation, Look look) {
    var page = new Page();
    if (explanation.diagnoses().isEmpty()) {
      page.item(0, Mark.WARNING, Styled.prose("no known cause fits this text"));
    } else {
      page.item(0, Mark.BROKEN, title(explanation.diagnoses().getFirst()));
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
  }

  private static void cure(Cause.Cure cure, Diagnosis diagnosis, Page page) {
    page.item(0, Mark.NOTHING, Styled.prose(CommandFilling.fill(cure.title(), diagnosis.values())));
    cure.commands()
        .forEach(command -> page.verbatim(4, CommandFilling.fill(command, diagnosis.values())));
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

  private static void signals(Explanation explanation, Page page) {
    page.heading("What was read");
    for (var signal : explanation.signals()) {
      page.labelled(0, signal.kind(), 12, Styled.of(Style.PLAIN, signal.value()));
    }
  }
}
