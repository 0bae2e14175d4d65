package io.outcrop.sandbox.standin;

import java.util.List;

/// What was answered.
///
/// @param pieces the text, a token a piece
/// @param end how it ended
/// @param stopSequence the text that ended it; empty if none did
/// @param inputTokens counted
/// @param outputTokens counted
public record Completion(
    List<String> pieces, End end, String stopSequence, long inputTokens, long outputTokens) {
  public Completion {
    pieces = List.copyOf(pieces);
  }

  /// How an answer ends.
  public enum End {
    END_TURN("end_turn"),
    MAX_TOKENS("max_tokens"),
    STOP_SEQUENCE("stop_sequence");

    private final String word;

    End(String word) {
      this.word = word;
    }

    /// As Anthropic's and Bedrock's answers spell it.
    public String word() {
      return word;
    }
  }

  /// The whole text.
  public String text() {
    return String.join("", pieces);
  }
}
