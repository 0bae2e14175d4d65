package io.outcrop.access.plan;

import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import java.util.List;

/// What `fix` would do, in order, before anything is done.
///
/// @param id names the plan and its journal: a number and random letters
/// @param terms what it was made for
/// @param steps the changes; empty if nothing can be done from here
/// @param elsewhere changes to the sources of things that a tool owns
/// @param forOthers cures that somebody else has to apply, or that need a decision
public record Plan(
    String id, Terms terms, List<Step> steps, List<Elsewhere> elsewhere, List<Cure> forOthers) {
  public Plan {
    steps = List.copyOf(steps);
    elsewhere = List.copyOf(elsewhere);
    forOthers = List.copyOf(forOthers);
  }

  /// The same plan with these steps alone.
  public Plan withSteps(List<Step> some) {
    return new Plan(id, terms, some, elsewhere, forOthers);
  }

  /// One change of a plan.
  ///
  /// @param cause the slug of the finding that it cures
  /// @param title what it does, one imperative sentence
  /// @param change the change
  /// @param call the exact API call or file that it writes: `iam:PutUserPolicy`
  /// @param actor who does it: a profile's name, or `this machine` for a file
  /// @param effect what it does to least privilege or cost, and its risk
  /// @param commands commands that do the same by hand
  /// @param binding the live thing as it was when the plan was made
  public record Step(
      String cause,
      String title,
      Change change,
      String call,
      String actor,
      String effect,
      List<String> commands,
      Binding binding) {
    public Step {
      commands = List.copyOf(commands);
    }

    /// The same step, with another effect.
    public Step withEffect(String other) {
      return new Step(cause, title, change, call, actor, other, commands, binding);
    }

    /// The same step, bound to the live thing as it is now.
    public Step boundTo(Binding live) {
      return new Step(cause, title, change, call, actor, effect, commands, live);
    }
  }
}
