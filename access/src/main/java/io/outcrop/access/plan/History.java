package io.outcrop.access.plan;

import java.time.Instant;
import java.util.List;

/// One plan that was begun here.
///
/// @param id which plan
/// @param state what became of it
/// @param at when it was begun
/// @param actor who made the changes, in words; empty if an earlier version wrote it
/// @param principal who it was made for; empty if unknown
/// @param steps what was changed: the titles of all steps
public record History(
    String id, State state, Instant at, String actor, String principal, List<String> steps) {
  public History {
    steps = List.copyOf(steps);
  }

  /// What became of a plan.
  public enum State {
    /// Every step was made.
    APPLIED("applied"),
    /// A step could not be made.
    FAILED("failed"),
    /// It was interrupted, or the outcome of a step is unknown: `fix --resume` goes on.
    INTERRUPTED("interrupted"),
    /// It was taken back.
    UNDONE("undone"),
    /// Taking it back was interrupted, or a step could not be taken back.
    PARTLY_UNDONE("partly-undone"),
    /// It cannot be read.
    DAMAGED("damaged");

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
