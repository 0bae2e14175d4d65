package io.outcrop.cli.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.handoff.CallSite;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.View;
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

  /// Several examinations have no view besides text and JSON.
  ///
  /// @throws Complaint if another is wanted of `count` of them
  static void canShow(int count, View view) {
    if (count > 1 && view.wantsOneOf(FORMATS)) {
      throw Complaint.usage(
          "several examinations are shown as text or JSON",
          "name one model, one region and one profile for other formats");
    }
  }

  /// @param site where the call is made, for annotations; none if nobody said
  static Map<Format, Supplier<String>> of(
      Examination examination, List<CallSite> site, Ending ending, boolean mask) {
    var views = new EnumMap<Format, Supplier<String>>(Format.class);
    views.put(
        Format.MARKDOWN,
        () -> MarkdownPage.of(ExaminationPage.of(examination, ending).masked(mask)));
    views.put(Format.HTML, () -> HtmlPage.of(ExaminationPage.of(examination, ending).masked(mask)));
    views.put(Format.JUNIT, () -> ExaminationJunit.of(examination, mask));
    var file = site.stream().map(CallSite::file).findFirst().orElse("");
    var line = site.stream().map(CallSite::line).findFirst().orElse(0);
    views.put(Format.GITHUB, () -> ExaminationAnnotations.of(examination, file, line));
    return views;
  }
}
