package io.outcrop.report.policy;

import io.outcrop.report.github.Annotation;
import java.util.stream.Collectors;

/// The disagreements of a suite, where GitHub shows them.
public final class SuiteAnnotations {
  private SuiteAnnotations() {}

  /// A line for each disagreement; a warning where it was allowed.
  public static String of(SuiteResult result) {
    return result.disagreements().stream()
        .map(one ->
            new Annotation(
                    one.allowed() ? Annotation.Level.WARNING : Annotation.Level.ERROR,
                    one.file(),
                    one.line(),
                    0,
                    one.id(),
                    one.name() + ": got " + one.got() + ", want " + one.want())
                .toString())
        .collect(Collectors.joining());
  }
}
