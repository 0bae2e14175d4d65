package io.outcrop.access.plan;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import java.util.List;

/// What `fix` would do, in order, before anything is done.
///
/// @param id names the plan and its journal: time and random letters
/// @param steps the changes; empty if nothing can be done from here
/// @param forOthers cures that somebody else has to apply, or that need a decision
public record Plan(String id, List<Step> steps, List<Cure> forOthers) {
  public Plan {
    steps = List.copyOf(steps);
    forOthers = List.copyOf(forOthers);
  }

  /// One change of a plan.
  ///
  /// @param cause the slug of the finding that it cures
  /// @param title what it does, one imperative sentence
  /// @param change the change
  /// @param call the exact API call or file that it writes: `iam:PutUserPolicy`
  /// @param actor who does it: a profile's name, or `this machine` for a file
  /// @param effect what it does to least privilege or cost
  /// @param commands commands that do the same by hand
  public record Step(
      String cause,
      String title,
      Change change,
      String call,
      String actor,
      String effect,
      List<String> commands) {
    public Step {
      commands = List.copyOf(commands);
    }
  }
}
