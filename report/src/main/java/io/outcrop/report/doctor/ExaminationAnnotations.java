package io.outcrop.report.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.report.github.Annotation;
import io.outcrop.report.github.Annotation.Level;

/// What an examination found, where GitHub shows it: the root as an error, what would break next as
/// warnings; nothing if the call goes through.
public final class ExaminationAnnotations {
  private ExaminationAnnotations() {}

  /// One line for each finding.
  ///
  /// @param file the file from which the call is made; empty if nobody named one
  /// @param line the line there, from 1
  public static String of(Examination examination, String file, int line) {
    var lines = new StringBuilder();
    examination.root().ifPresent(root -> lines.append(annotation(Level.ERROR, root, file, line)));
    examination.next().forEach(one -> lines.append(annotation(Level.WARNING, one, file, line)));
    if (examination.status() == Examination.Status.UNKNOWN) {
      lines.append(
          new Annotation(
              Level.WARNING,
              file,
              line,
              0,
              "could not find out",
              ExaminationPage.whyUnknown(examination)));
    }
    return lines.toString();
  }

  private static Annotation annotation(Level level, Finding finding, String file, int line) {
    var cure = finding.cures().stream().findFirst().map(one -> "\ncure: " + one.title()).orElse("");
    return new Annotation(level, file, line, 0, finding.cause().slug(), finding.sentence() + cure);
  }
}
