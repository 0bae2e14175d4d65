package io.outcrop.report.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/// What was found in some policies.
///
/// @param policies in the order in which they were given
/// @param baseline the file of accepted findings; empty if there is none
/// @param entries what is wrong with the baseline's own entries
/// @param notes what the answer rests on
public record LintResult(
    List<Linted> policies, String baseline, List<Finding> entries, List<String> notes) {
  public LintResult {
    policies = List.copyOf(policies);
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /// One policy and what is wrong with it.
  ///
  /// @param name its file as it was given, `-` for standard input; in words where it stands in none
  /// @param isFile whether that is a file
  /// @param text what it says
  /// @param kind what it was read as
  /// @param guessed whether nobody said so
  /// @param open what nobody has accepted
  /// @param accepted what somebody has
  public record Linted(
      String name,
      boolean isFile,
      String text,
      PolicyKind kind,
      boolean guessed,
      List<Finding> open,
      List<Finding> accepted) {
    public Linted {
      open = List.copyOf(open);
      accepted = List.copyOf(accepted);
    }

    /// How people see its name.
    String shown() {
      return name.equals("-") ? "standard input" : name;
    }
  }

  /// All that is open, the baseline's entries last.
  public Stream<Finding> open() {
    return Stream.concat(
        policies.stream().flatMap(policy -> policy.open().stream()), entries.stream());
  }

  /// How many open findings have this severity.
  public long count(Severity severity) {
    return open().filter(finding -> finding.severity() == severity).count();
  }

  /// How many open findings in files have a fix that is this sure.
  public long fixable(Certainty certainty) {
    return policies.stream()
        .filter(policy -> policy.isFile() && !policy.name().equals("-"))
        .flatMap(policy -> policy.open().stream())
        .filter(finding -> finding.fixes().stream().anyMatch(fix -> fix.certainty() == certainty))
        .count();
  }

  long accepted() {
    return policies.stream().mapToLong(policy -> policy.accepted().size()).sum();
  }
}
