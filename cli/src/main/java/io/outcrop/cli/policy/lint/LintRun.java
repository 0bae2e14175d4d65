package io.outcrop.cli.policy.lint;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.lint.Linter;
import io.outcrop.lint.baseline.Baseline;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Severity;
import io.outcrop.lint.subject.LintOptions;
import io.outcrop.report.lint.LintResult;
import io.outcrop.report.lint.LintResult.Linted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks at policies as one command line wants it.
final class LintRun {
  private final Linter linter;
  private final LintOptions options;
  private final Arguments arguments;
  private final Session session;
  private final LocalDate today;
  private final Severity least;
  private BaselineFile baseline;

  LintRun(
      Linter linter, BaselineFile baseline, String account, Arguments arguments, Session session) {
    var now = session.clock().instant();
    this.linter = linter;
    this.baseline = baseline;
    this.options = new LintOptions(account, now);
    this.arguments = arguments;
    this.session = session;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.least = least(arguments);
  }

  /// What nobody has accepted in `policy`.
  List<Finding> open(PolicyText policy) {
    var found = Map.of(policy.name(), found(policy));
    return judged(found).open().getOrDefault(policy.name(), List.of());
  }

  LintResult result(List<PolicyText> policies, List<String> notes) {
    var found = new LinkedHashMap<String, List<Finding>>();
    policies.forEach(policy -> found.put(policy.name(), found(policy)));
    var judgement = judged(found);
    var linted =
        policies.stream()
            .map(policy ->
                new Linted(
                    policy.name(),
                    policy.isFile(),
                    policy.text(),
                    policy.kind(),
                    policy.guessed(),
                    judgement.open().getOrDefault(policy.name(), List.of()),
                    judgement.accepted().getOrDefault(policy.name(), List.of())))
            .toList();
    return new LintResult(linted, baseline.name(), judgement.entries(), notes);
  }

  /// Accepts what is open in `result`.
  void accept(LintResult result) {
    var open = new LinkedHashMap<String, List<Finding>>();
    result.policies().forEach(policy -> open.put(policy.name(), policy.open()));
    baseline.write(open, arguments, session);
    baseline = BaselineFile.of(arguments, session);
  }

  private Baseline.Judgement judged(Map<String, List<Finding>> found) {
    return baseline.baseline().judge(found, today, linter.catalogue());
  }

  private List<Finding> found(PolicyText policy) {
    return linter.lint(policy.text(), policy.kind(), options).findings().stream()
        .filter(finding -> finding.severity().compareTo(least) <= 0)
        .toList();
  }

  private static Severity least(Arguments arguments) {
    var word = arguments.value("--severity").orElse("suggestion");
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            Complaint.usage(
                "`--severity` is error, warning or suggestion, not `" + word + "`",
                "--severity warning"));
  }
}
