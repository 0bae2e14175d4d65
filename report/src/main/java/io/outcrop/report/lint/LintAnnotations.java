package io.outcrop.report.lint;

import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Severity;
import io.outcrop.report.github.Annotation;
import java.util.stream.Collectors;

/// What is wrong with policies, where GitHub shows it.
public final class LintAnnotations {
  private LintAnnotations() {}

  /// A line for each finding that is open.
  public static String of(LintResult result) {
    return result.policies().stream()
            .flatMap(policy ->
                policy.open().stream()
                    .map(finding -> line(policy.isFile() ? policy.name() : "", finding)))
            .collect(Collectors.joining())
        + result.entries().stream()
            .map(finding -> line(result.baseline(), finding))
            .collect(Collectors.joining());
  }

  private static String line(String file, Finding finding) {
    return new Annotation(
            level(finding.severity()),
            file,
            finding.position().line(),
            finding.position().column(),
            finding.slug(),
            finding.message() + (finding.help().isEmpty() ? "" : "\nhelp: " + finding.help()))
        .toString();
  }

  private static Annotation.Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Annotation.Level.ERROR;
      case WARNING -> Annotation.Level.WARNING;
      case SUGGESTION -> Annotation.Level.NOTICE;
    };
  }
}
