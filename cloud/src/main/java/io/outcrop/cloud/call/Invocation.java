package io.outcrop.cloud.call;

/// One call of InvokeModel, plain or streaming.
///
/// @param modelId the model id or profile
/// @param body the body, JSON
/// @param guard the guardrail that it names in its headers; [#NO_GUARD] for none
public record Invocation(String modelId, String body, Guard guard) {
  /// No guardrail.
  public static final Guard NO_GUARD = new Guard("", "");

  /// A guardrail by id or ARN, in a version.
  public record Guard(String id, String version) {}
}
