package io.outcrop.access.examination;

import io.outcrop.json.Json;
import java.util.List;
import java.util.Optional;

/// How much of an examination is wanted, of which call, and as whom.
///
/// @param stages the stages to look at, of [Stage#NAMES]; none for all of them
/// @param role the ARN of the role as whose session it is examined; empty for the caller itself
/// @param judgeOnly whether the role is judged by its policies alone, without being assumed
/// @param calls what the user's client calls; none for InvokeModel, else one
/// @param hop the Lambda function, by name or ARN, that calls in the caller's place: its role is
///   judged; empty for none
/// @param guardrail the guardrail that the client names; none or one
/// @param expected who is meant to call; none where nobody said, else one
public record Scope(
    List<String> stages,
    String role,
    boolean judgeOnly,
    List<ClientCall> calls,
    String hop,
    List<NamedGuardrail> guardrail,
    List<ExpectedPrincipal> expected) {
  /// Everything, as the caller.
  public static final Scope ALL = new Scope(List.of(), "", false);

  public Scope {
    stages = List.copyOf(stages);
    calls = List.copyOf(calls);
    guardrail = List.copyOf(guardrail);
    expected = List.copyOf(expected);
  }

  /// The same of InvokeModel.
  public Scope(List<String> stages, String role, boolean judgeOnly) {
    this(stages, role, judgeOnly, List.of(), "", List.of(), List.of());
  }

  /// What the user's client calls.
  public ClientCall call() {
    return calls.isEmpty() ? ClientCall.INVOKE : calls.getFirst();
  }

  /// The same with these stages alone.
  public Scope only(List<String> others) {
    return new Scope(others, role, judgeOnly, calls, hop, guardrail, expected);
  }

  /// The same of another call.
  public Scope of(ClientCall other) {
    return new Scope(stages, role, judgeOnly, List.of(other), hop, guardrail, expected);
  }

  /// The same by the Lambda function `function`.
  public Scope through(String function) {
    return new Scope(stages, role, judgeOnly, calls, function, guardrail, expected);
  }

  /// The same under the guardrail `named`.
  public Scope under(NamedGuardrail named) {
    return new Scope(stages, role, judgeOnly, calls, hop, List.of(named), expected);
  }

  /// The same, where `principal` is meant to call.
  public Scope expecting(ExpectedPrincipal principal) {
    return new Scope(stages, role, judgeOnly, calls, hop, guardrail, List.of(principal));
  }

  /// The same, where `other` is judged by its policies.
  public Scope judging(String other) {
    return new Scope(stages, other, true, calls, hop, guardrail, expected);
  }

  /// Whether `stage` is to be looked at.
  public boolean has(String stage) {
    return stages.isEmpty() || stages.contains(stage);
  }

  /// The guardrail that goes with the call: the one that is named here, else the one of `body`;
  /// none where the call takes none. Source: Amazon Bedrock API Reference, "InvokeModel", which
  /// takes it as headers, and "Converse", which takes it in its body, read 2026-10.
  public Optional<NamedGuardrail> guardrail(List<Json.Obj> body) {
    return switch (call()) {
      case INVOKE -> guardrail.stream().findFirst();
      case CONVERSE ->
          guardrail.stream()
              .findFirst()
              .or(() -> body.stream().flatMap(one -> NamedGuardrail.of(one).stream()).findFirst());
      case MESSAGES, MANTLE, COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS -> Optional.empty();
    };
  }

  /// Whether only some stages are looked at.
  public boolean isPartial() {
    return !stages.isEmpty();
  }
}
