package io.outcrop.cli.cure;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import java.util.Optional;

/// Who is shown each plan before it is applied, and what became of it.
public interface Consent {
  /// The plan, or a part of it, if it may be applied; empty if it may not.
  Optional<Plan> allow(Examination before, Plan plan);

  /// Told what became of a plan.
  void applied(Examination before, FixOutcome outcome);
}
