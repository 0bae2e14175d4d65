package io.outcrop.sandbox.conversation;

/// How an answer ends.
///
/// @param word as Anthropic's answers spell it: `end_turn`, `max_tokens`, `stop_sequence`,
///   `tool_use`, `refusal`, `pause_turn`, `model_context_window_exceeded`, or what an upstream says
/// @param stopSequence the text that ended it; empty if none did
public record Ending(String word, String stopSequence) {
  /// The model was done.
  public static final Ending END_TURN = new Ending("end_turn", "");

  /// It ran out of tokens.
  public static final Ending MAX_TOKENS = new Ending("max_tokens", "");

  /// It waits for a tool.
  public static final Ending TOOL_USE = new Ending("tool_use", "");

  /// It will not answer.
  public static final Ending REFUSAL = new Ending("refusal", "");

  /// One of the caller's stop sequences came.
  public static Ending at(String stopSequence) {
    return new Ending("stop_sequence", stopSequence);
  }
}
