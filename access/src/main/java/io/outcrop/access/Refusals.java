package io.outcrop.access;

import io.outcrop.access.change.Change;
import io.outcrop.access.plan.Plan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which steps of a plan whoever acts cannot make, and why. A policy is made to be attached: where
/// one of the two is refused, the other is no use.
final class Refusals {
  private final List<Plan.Step> steps;
  private final IdentityHashMap<Plan.Step, Optional<String>> known = new IdentityHashMap<>();
  private final Function<Plan.Step, Optional<String>> alone;

  /// @param alone why a step is refused, whatever the others are
  Refusals(List<Plan.Step> steps, Function<Plan.Step, Optional<String>> alone) {
    this.steps = List.copyOf(steps);
    this.alone = alone;
  }

  /// Why `step` cannot be made.
  Optional<String> of(Plan.Step step) {
    return byItself(step)
        .or(() ->
            steps.stream()
                .filter(other -> !other.equals(step) && goTogether(step.change(), other.change()))
                .flatMap(other ->
                    byItself(other).map(why -> "it goes with another step: " + why).stream())
                .findFirst());
  }

  private Optional<String> byItself(Plan.Step step) {
    return known.computeIfAbsent(step, alone);
  }

  private static boolean goTogether(Change one, Change other) {
    return (one instanceof Change.CreatePolicy made && isAttached(made, other))
        || (other instanceof Change.CreatePolicy alsoMade && isAttached(alsoMade, one));
  }

  private static boolean isAttached(Change.CreatePolicy made, Change other) {
    return other instanceof Change.AttachPolicy attach
        && attach.policyArn().equals(made.policyArn());
  }
}
