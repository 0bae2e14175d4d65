package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.access.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/// The changes that cure, in order: those of the plan, with the whole policy in place of the part
/// that a plan grants.
final class Changes {
  private final List<Step> steps = new ArrayList<>();

  /// @param grant the grant of the whole policy; none if nothing is to be granted
  Changes(Material material, List<Change> grant) {
    var granted = false;
    for (var step : material.plan().steps()) {
      var isGrant =
          step.change() instanceof Change.PutInlinePolicy put && put.name().equals(Policies.NAME);
      steps.add(
          new Step(isGrant && !grant.isEmpty() ? grant.getFirst() : step.change(), List.of(step)));
      granted |= isGrant;
    }
    if (!granted) {
      grant.forEach(change -> steps.addFirst(new Step(change, List.of())));
    }
  }

  /// One change.
  ///
  /// @param planned the plan's own step; none if it is no part of the plan
  record Step(Change change, List<Plan.Step> planned) {
    Step {
      planned = List.copyOf(planned);
    }

    /// Whether it is made where the program runs, and not in the account.
    boolean isLocal() {
      return change instanceof Change.SetEnvVariable;
    }
  }

  List<Step> all() {
    return List.copyOf(steps);
  }

  /// The changes in the account.
  List<Change> inAccount() {
    return steps.stream().filter(step -> !step.isLocal()).map(Step::change).toList();
  }

  /// The changes where the program runs.
  List<Change.SetEnvVariable> local() {
    return steps.stream()
        .filter(Step::isLocal)
        .map(step -> (Change.SetEnvVariable) step.change())
        .toList();
  }
}
