package io.outcrop.cli.doctor;

import io.outcrop.access.handoff.Handoff;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.View;
import io.outcrop.report.Ending;
import io.outcrop.report.doctor.HandoffJson;
import io.outcrop.report.doctor.HandoffPage;
import io.outcrop.report.document.HtmlPage;
import io.outcrop.report.document.MailText;
import io.outcrop.report.document.MarkdownPage;
import io.outcrop.report.style.Ascii;
import java.util.List;
import java.util.Map;

/// The forms of a hand-off: a mail, Markdown, HTML, JSON.
final class HandoffViews {
  static final List<Format> FORMATS = List.of(Format.MARKDOWN, Format.HTML);

  private HandoffViews() {}

  static void write(Handoff handoff, Ending ending, View view) {
    var page = HandoffPage.of(handoff, ending).masked(view.look().mask());
    view.write(
        look -> look.ascii() ? Ascii.of(MailText.of(page)) : MailText.of(page),
        () -> HandoffJson.of(handoff, ending),
        Map.of(Format.MARKDOWN, () -> MarkdownPage.of(page), Format.HTML, () -> HtmlPage.of(page)));
  }
}
