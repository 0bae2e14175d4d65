package io.outcrop.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Severity;
import java.util.List;

/// What was found in one policy.
///
/// @param kind what it was read as
/// @param findings in the order of the text
public record LintReport(PolicyKind kind, List<Finding> findings) {
  public LintReport {
    findings = List.copyOf(findings);
  }

  /// The findings of one severity, in order.
  public List<Finding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /// Whether nothing was found.
  public boolean isClean() {
    return findings.isEmpty();
  }
}
