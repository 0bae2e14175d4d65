package io.outcrop.cli.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.cli.view.Format;
import io.outcrop.report.Ending;
import io.outcrop.report.doctor.ExaminationAnnotations;
import io.outcrop.report.doctor.ExaminationJunit;
import io.outcrop.report.doctor.ExaminationPage;
import io.outcrop.report.document.HtmlPage;
import io.outcrop.report.document.MarkdownPage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The views of an examination besides text and JSON.
final class DoctorViews {
  static final List<Format> FORMATS =
      List.of(Format.MARKDOWN, Format.HTML, Format.JUNIT, Format.GITHUB);

  private DoctorViews() {}

  static Map<Format, Supplier<String>> of(Examination examination, Ending ending, boolean mask) {
    var views = new EnumMap<Format, Supplier<String>>(Format.class);
    views.put(
        Format.MARKDOWN,
        () -> MarkdownPage.of(ExaminationPage.of(examination, ending).masked(mask)));
    views.put(Format.HTML, () -> HtmlPage.of(ExaminationPage.of(examination, ending).masked(mask)));
    views.put(Format.JUNIT, () -> ExaminationJunit.of(examination, mask));
    views.put(Format.GITHUB, () -> ExaminationAnnotations.of(examination, "", 0));
    return views;
  }
}
