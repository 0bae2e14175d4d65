package io.outcrop.access.plan;

import io.outcrop.access.examination.Examination;
import java.time.Duration;
import java.util.List;

/// What became of a plan.
///
/// @param planId which plan
/// @param steps every step, in order
/// @param after the examination that was made afterwards
/// @param proof how it was verified
public record FixOutcome(String planId, List<StepOutcome> steps, Examination after, Proof proof) {
  public FixOutcome {
    steps = List.copyOf(steps);
  }

  /// What became of one step.
  ///
  /// @param title the step's title
  /// @param state what became of it
  /// @param why in words, where it failed or something stays
  public record StepOutcome(String title, State state, String why) {}

  /// How a cure was verified.
  ///
  /// @param calls how often both calls to the model went through, one after the other; 0 if they
  ///   were not made or one did not
  /// @param waited how long it took after the last change until the cure was seen
  public record Proof(int calls, Duration waited) {
    /// Nothing was tried.
    public static final Proof NONE = new Proof(0, Duration.ZERO);
  }

  /// What became of a step.
  public enum State {
    APPLIED("applied"),
    ALREADY("already-so"),
    UNDONE("undone"),
    STAYS("stays"),
    FAILED("failed"),
    UNKNOWN("unknown"),
    NOT_REACHED("not-reached");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }

    /// Whether a plan cannot go on after such a step.
    public boolean stops() {
      return this == FAILED || this == UNKNOWN;
    }
  }
}
