package io.outcrop.lint.subject;

/// Looks for findings of one subject. Stateless.
public interface Check {
  /// Looks at all of `subject` and puts what it finds into `findings`.
  void check(Subject subject, Findings findings);
}
