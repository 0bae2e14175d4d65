package io.outcrop.report.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Stage;
import io.outcrop.report.Ending;
import io.outcrop.report.ExaminationJson;
import io.outcrop.report.style.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// An examination as test results in JUnit's XML: the verdict, each stage and each finding is a
/// test case. What failed is a failure, what could not be looked at is an error, what nobody looked
/// at is skipped.
///
/// Under a healthy verdict a look that was not permitted is skipped, with its reason: the call
/// itself has answered what that look would have told, and a build must not break over it.
public final class ExaminationJunit {
  private final Masking masking;
  private final boolean healthy;

  private ExaminationJunit(Masking masking, boolean healthy) {
    this.masking = masking;
    this.healthy = healthy;
  }

  /// The whole file.
  public static String of(Examination examination, boolean mask) {
    var everything = ExaminationJson.of(examination, Ending.none()).toString();
    return new ExaminationJunit(
            Masking.of(everything, mask), examination.status() == Examination.Status.HEALTHY)
        .file(examination);
  }

  /// One test case; `kind` is the element that says how it ended, empty for well.
  private record Case(String name, String kind, String type, String message, String detail) {
    static Case passed(String name) {
      return new Case(name, "", "", "", "");
    }
  }

  private String file(Examination examination) {
    var suites = new ArrayList<String>();
    suites.add(suite("verdict", List.of(verdict(examination)), examination.subject()));
    suites.add(
        suite(
            "stages",
            examination.stages().stream().map(this::stage).toList(),
            examination.subject()));
    if (!examination.findings().isEmpty()) {
      suites.add(
          suite(
              "findings",
              examination.findings().stream().map(ExaminationJunit::finding).toList(),
              examination.subject()));
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"outcrop doctor\">\n"
        + String.join("", suites)
        + "</testsuites>\n";
  }

  private static Case verdict(Examination examination) {
    var words = ExaminationPage.verdict(examination);
    return switch (examination.status()) {
      case HEALTHY -> Case.passed("the call goes through");
      case BROKEN ->
          new Case(
              "the call goes through",
              "failure",
              examination.root().map(root -> root.cause().slug()).orElse("broken"),
              words,
              "");
      case UNKNOWN -> new Case("the call goes through", "error", "unknown", words, "");
    };
  }

  private Case stage(Stage stage) {
    var type = stage.outcome().id();
    return switch (stage.outcome()) {
      case SUCCEEDED -> Case.passed(stage.name());
      case REFUSED -> new Case(stage.name(), "failure", type, stage.why(), "");
      case UNREACHABLE ->
          new Case(
              stage.name(),
              stage.name().equals("reach") ? "failure" : "error",
              type,
              stage.why(),
              "");
      case NOT_PERMITTED ->
          new Case(stage.name(), healthy ? "skipped" : "error", type, stage.why(), "");
      case CRASHED -> new Case(stage.name(), "error", type, stage.why(), "");
      case SKIPPED -> new Case(stage.name(), "skipped", type, stage.why(), "");
    };
  }

  private static Case finding(Finding finding) {
    var detail = new ArrayList<String>();
    finding
        .evidence()
        .forEach(one ->
            detail.add(
                one.kind()
                    + ": "
                    + one.text()
                    + (one.source().isEmpty() ? "" : " (" + one.source() + ")")));
    finding.cures().forEach(cure -> detail.add("cure: " + cure.title()));
    return new Case(
        "without " + finding.cause().slug(),
        "failure",
        finding.cause().slug(),
        finding.sentence(),
        String.join("\n", detail));
  }

  private String suite(String name, List<Case> cases, Examination.Subject subject) {
    return "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=\"%s\">\n"
            .formatted(
                name,
                cases.size(),
                count(cases, "failure"),
                count(cases, "error"),
                count(cases, "skipped"),
                attribute(subject.at()))
        + cases.stream().map(one -> element(name, one)).collect(Collectors.joining())
        + "  </testsuite>\n";
  }

  private static long count(List<Case> cases, String kind) {
    return cases.stream().filter(one -> one.kind.equals(kind)).count();
  }

  private String element(String suite, Case one) {
    var head =
        "    <testcase classname=\"outcrop.doctor.%s\" name=\"%s\""
            .formatted(suite, attribute(one.name));
    if (one.kind.isEmpty()) {
      return head + "/>\n";
    }
    var type = one.kind.equals("skipped") ? "" : " type=\"" + attribute(one.type) + "\"";
    return "%s>\n      <%s%s message=\"%s\">%s</%s>\n    </testcase>\n"
        .formatted(head, one.kind, type, attribute(one.message), text(one.detail), one.kind);
  }

  private String attribute(String raw) {
    return text(raw).replace("\"", "&quot;").replace("\n", " ");
  }

  /// XML knows no control characters but tab and line breaks.
  private String text(String raw) {
    var out = new StringBuilder();
    masking
        .apply(raw)
        .codePoints()
        .forEach(point ->
            out.append(
                switch (point) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '\n', '\t' -> Character.toString(point);
                  default ->
                      Character.getType(point) == Character.CONTROL
                          ? "\uFFFD"
                          : Character.toString(point);
                }));
    return out.toString();
  }
}
