package io.outcrop.lint.resource;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// All checks of resources.
public final class ResourceChecks implements Check {
  private static final List<Check> ALL =
      List.of(new ArnCheck(), new ShapeCheck(), new PairingCheck(), new CoveredCheck());

  @Override
  public void check(Subject subject, Findings findings) {
    ALL.forEach(check -> check.check(subject, findings));
  }
}
