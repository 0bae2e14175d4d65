package io.outcrop.lint.condition;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// All checks of conditions and variables.
public final class ConditionChecks implements Check {
  private static final List<Check> ALL =
      List.of(
          new OperatorCheck(),
          new KeyCheck(),
          new KnownValueCheck(),
          new ValueCheck(),
          new AddressCheck(),
          new TypeCheck(),
          new SetOperatorCheck(),
          new AbsenceCheck(),
          new ContradictionCheck(),
          new VariableCheck());

  @Override
  public void check(Subject subject, Findings findings) {
    ALL.forEach(check -> check.check(subject, findings));
  }
}
