package io.outcrop.access.plan;

import io.outcrop.access.examination.Examination;
import java.util.List;

/// What became of a plan.
///
/// @param planId which plan
/// @param steps every step, in order
/// @param after the examination that was made afterwards
public record FixOutcome(String planId, List<StepOutcome> steps, Examination after) {
  public FixOutcome {
    steps = List.copyOf(steps);
  }

  /// What became of one step.
  ///
  /// @param title the step's title
  /// @param state what became of it
  /// @param why in words, where it failed or something stays
  public record StepOutcome(String title, State state, String why) {}

  /// What became of a step.
  public enum State {
    APPLIED("applied"),
    ALREADY("already-so"),
    UNDONE("undone"),
    STAYS("stays"),
    FAILED("failed"),
    NOT_REACHED("not-reached");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }
}
