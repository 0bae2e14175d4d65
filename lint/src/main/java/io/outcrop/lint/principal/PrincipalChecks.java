package io.outcrop.lint.principal;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// All checks of principals.
public final class PrincipalChecks implements Check {
  private static final List<Check> ALL =
      List.of(new NameCheck(), new ReachCheck(), new TrustCheck());

  @Override
  public void check(Subject subject, Findings findings) {
    ALL.forEach(check -> check.check(subject, findings));
  }
}
