package io.outcrop.access.examination;

import java.util.List;

/// How much of an examination is wanted, of which call, and as whom.
///
/// @param stages the stages to look at, of [Stage#NAMES]; none for all of them
/// @param role the ARN of the role as whose session it is examined; empty for the caller itself
/// @param judgeOnly whether the role is judged by its policies alone, without being assumed
/// @param calls what the user's client calls; none for InvokeModel, else one
/// @param hop the Lambda function, by name or ARN, that calls in the caller's place: its role is
///   judged; empty for none
public record Scope(
    List<String> stages, String role, boolean judgeOnly, List<ClientCall> calls, String hop) {
  /// Everything, as the caller.
  public static final Scope ALL = new Scope(List.of(), "", false);

  public Scope {
    stages = List.copyOf(stages);
    calls = List.copyOf(calls);
  }

  /// The same of InvokeModel.
  public Scope(List<String> stages, String role, boolean judgeOnly) {
    this(stages, role, judgeOnly, List.of(), "");
  }

  /// What the user's client calls.
  public ClientCall call() {
    return calls.isEmpty() ? ClientCall.INVOKE : calls.getFirst();
  }

  /// The same with these stages alone.
  public Scope only(List<String> others) {
    return new Scope(others, role, judgeOnly, calls, hop);
  }

  /// The same of another call.
  public Scope of(ClientCall other) {
    return new Scope(stages, role, judgeOnly, List.of(other), hop);
  }

  /// The same by the Lambda function `function`.
  public Scope through(String function) {
    return new Scope(stages, role, judgeOnly, calls, function);
  }

  /// The same, where `other` is judged by its policies.
  public Scope judging(String other) {
    return new Scope(stages, other, true, calls, hop);
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
