package io.outcrop.lint.element;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// All checks of elements.
public final class ElementChecks implements Check {
  private static final List<Check> ALL =
      List.of(
          new DocumentCheck(),
          new StatementCheck(),
          new TypeCheck(),
          new SidCheck(),
          new SizeCheck(),
          new LeftoverCheck());

  @Override
  public void check(Subject subject, Findings findings) {
    ALL.forEach(check -> check.check(subject, findings));
  }
}
