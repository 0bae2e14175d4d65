package io.outcrop.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.report.doctor.ExaminationAnnotations;
import io.outcrop.report.doctor.ExaminationJunit;
import io.outcrop.report.doctor.ExaminationPage;
import io.outcrop.report.document.HtmlPage;
import io.outcrop.report.document.MailText;
import io.outcrop.report.document.MarkdownPage;
import io.outcrop.report.github.Annotation;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The views of an examination outside a terminal: golden files, and that none of them leaves out
/// what another one has.
class ExaminationViewsTest {
  private static final Ending ENDING = new Ending("seed-a", "outcrop fix --world seed-a");
  private static final Map<String, Examination> SAMPLES =
      Map.of(
          "broken", Samples.broken(), "healthy", Samples.healthy(), "unknown", Samples.unknown());

  @Test
  void everyViewReadsAsItShould() {
    SAMPLES.forEach((name, examination) -> {
      var page = ExaminationPage.of(examination, ENDING);
      Golden.check("doctor-" + name + ".md", MarkdownPage.of(page.masked(false)));
      Golden.check("doctor-" + name + ".html", HtmlPage.of(page.masked(false)));
      Golden.check("doctor-" + name + ".mail", MailText.of(page.masked(false)));
      Golden.check("doctor-" + name + ".xml", ExaminationJunit.of(examination, false));
      Golden.check("doctor-" + name + ".github", ExaminationAnnotations.of(examination, "", 0));
    });
    var masked = ExaminationPage.of(Samples.broken(), ENDING).masked(true);
    Golden.check("doctor-broken-mask.md", MarkdownPage.of(masked));
    Golden.check("doctor-broken-mask.html", HtmlPage.of(masked));
    Golden.check("doctor-broken-mask.xml", ExaminationJunit.of(Samples.broken(), true));
  }

  @Test
  void noLineForGithubSteersATerminal() {
    var line =
        new Annotation(Annotation.Level.ERROR, "a\u001b[2J.py", 1, 0, "t\u0007", "m\u001b[31m\nn");
    assertThat(line.toString())
        .isEqualTo("::error file=a\uFFFD[2J.py,line=1,title=t\uFFFD::m\uFFFD[31m%0An\n");
  }

  @Test
  void everyPageSaysWhatTheExaminationSays() {
    SAMPLES.forEach((name, examination) -> {
      var page = ExaminationPage.of(examination, ENDING);
      var plain = new ArrayList<String>();
      page.blocks()
          .forEach(block ->
              block.with(text -> {
                plain.add(text);
                return text;
              }));
      var all = String.join("\n", plain);
      for (var text : texts(examination)) {
        assertThat(all).as(name).contains(text);
      }
      for (var form : List.of(MarkdownPage.of(page), HtmlPage.of(page), MailText.of(page))) {
        for (var text : texts(examination)) {
          assertThat(bare(form)).as(name).contains(bare(text));
        }
      }
    });
  }

  @Test
  void failedCouldNotLookAndSkippedAreKeptApart() throws Exception {
    var broken = read(ExaminationJunit.of(Samples.broken(), false));
    assertThat(kind(broken, "stages", "environment")).isEmpty();
    assertThat(kind(broken, "stages", "permissions")).isEqualTo("error");
    assertThat(kind(broken, "stages", "account")).isEqualTo("skipped");
    assertThat(kind(broken, "stages", "calls")).isEqualTo("failure");
    assertThat(kind(broken, "findings", "without iam-no-identity-policy-allow"))
        .isEqualTo("failure");
    var unknown = read(ExaminationJunit.of(Samples.unknown(), false));
    assertThat(kind(unknown, "verdict", "the call goes through")).isEqualTo("error");
    assertThat(kind(unknown, "stages", "reach")).isEqualTo("failure");
    var healthy = read(ExaminationJunit.of(Samples.healthy(), false));
    assertThat(kind(healthy, "verdict", "the call goes through")).isEmpty();
  }

  @Test
  void nothingOfWhatAwsSaysSteersThePage() {
    var nasty = "</code><script>alert(1)</script> | **bold** \u001b[31m\u202e `x|y` [a](b)";
    var finding = Samples.broken().findings().getFirst();
    var changed =
        new Finding(
            finding.cause(), finding.confidence(), nasty, finding.evidence(), finding.cures());
    var sample = Samples.broken();
    var examination =
        new Examination(
            sample.subject(), sample.status(), List.of(changed), List.of(nasty), sample.stages());
    var page = ExaminationPage.of(examination, ENDING);
    assertThat(HtmlPage.of(page)).doesNotContain("<script", "\u001b", "\u202e");
    assertThat(MarkdownPage.of(page))
        .contains("\\*\\*bold\\*\\*")
        .doesNotContain("\u001b", " <script");
    assertThat(ExaminationJunit.of(examination, false)).doesNotContain("<script", "\u001b");
    assertThat(ExaminationAnnotations.of(examination, "a,b.py", 3))
        .startsWith("::error file=a%2Cb.py,line=3,title=iam-no-identity-policy-allow::");
  }

  @Test
  void theHtmlPageNeedsNothingElse() {
    var html = HtmlPage.of(ExaminationPage.of(Samples.broken(), ENDING));
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("prefers-color-scheme: dark", "@media print", "default-src 'none'")
        .doesNotContain("<script", "<link", "@import", "url(", "src=");
  }

  private static List<String> texts(Examination examination) {
    var texts = new ArrayList<String>();
    examination.stages().forEach(stage -> texts.addAll(List.of(stage.name(), stage.why())));
    examination
        .findings()
        .forEach(one -> {
          texts.add(one.sentence());
          texts.add(one.cause().slug());
          texts.add(one.confidence().id());
          one.evidence()
              .forEach(evidence -> texts.addAll(List.of(evidence.text(), evidence.source())));
          one.cures()
              .forEach(cure -> {
                texts.addAll(List.of(cure.title(), cure.effect()));
                texts.addAll(cure.commands());
              });
        });
    texts.addAll(examination.notes());
    texts.addAll(List.of(examination.subject().model(), examination.subject().region()));
    return texts;
  }

  /// Letters and digits alone: no form may lose one of them, all may wrap and escape.
  private static String bare(String text) {
    return Pattern.compile("&[a-z#0-9]+;|<[^>]*>|[^A-Za-z0-9]").matcher(text).replaceAll("");
  }

  private static Document read(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  /// How a test case ended: the name of its one child, empty for well.
  private static String kind(Document file, String suite, String name) {
    var cases = file.getElementsByTagName("testcase");
    for (var i = 0; i < cases.getLength(); i++) {
      var one = (Element) cases.item(i);
      if (one.getAttribute("classname").equals("outcrop.doctor." + suite)
          && one.getAttribute("name").equals(name)) {
        var children = one.getElementsByTagName("*");
        return children.getLength() == 0 ? "" : ((Element) children.item(0)).getTagName();
      }
    }
    throw new AssertionError("no test case " + suite + " " + name);
  }
}
