package io.outcrop.sandbox.standin;

import java.util.List;

/// What a model was asked, whatever the call looked like.
///
/// @param system the system prompt; empty if there is none
/// @param lastUser the last thing the user said
/// @param inputText all that was said, for counting
/// @param maxTokens how long the answer may be
/// @param stopSequences texts that end it
public record Prompt(
    String system, String lastUser, String inputText, long maxTokens, List<String> stopSequences) {
  private static final int CHARACTERS_PER_TOKEN = 4;

  public Prompt {
    stopSequences = List.copyOf(stopSequences);
  }

  /// About how many tokens it has: one for four characters.
  public long inputTokens() {
    return 1L + inputText.length() / CHARACTERS_PER_TOKEN;
  }
}
