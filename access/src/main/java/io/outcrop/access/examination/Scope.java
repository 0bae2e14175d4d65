package io.outcrop.access.examination;

import java.util.List;

/// How much of an examination is wanted, and as whom.
///
/// @param stages the stages to look at, of [Stage#NAMES]; none for all of them
/// @param role the ARN of the role as whose session it is examined; empty for the caller itself
/// @param judgeOnly whether the role is judged by its policies alone, without being assumed
public record Scope(List<String> stages, String role, boolean judgeOnly) {
  /// Everything, as the caller.
  public static final Scope ALL = new Scope(List.of(), "", false);

  public Scope {
    stages = List.copyOf(stages);
  }

  /// Whether `stage` is to be looked at.
  public boolean has(String stage) {
    return stages.isEmpty() || stages.contains(stage);
  }

  /// Whether only some stages are looked at.
  public boolean isPartial() {
    return !stages.isEmpty();
  }
}
