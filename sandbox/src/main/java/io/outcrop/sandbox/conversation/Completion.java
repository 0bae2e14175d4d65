package io.outcrop.sandbox.conversation;

import java.util.List;

/// What was answered, whole.
///
/// @param content its blocks
/// @param ending how it ended
/// @param usage all token counts of the call
public record Completion(List<Block> content, Ending ending, Usage usage) {
  public Completion {
    content = List.copyOf(content);
  }

  /// All text in it.
  public String text() {
    var text = new StringBuilder();
    for (var block : content) {
      if (block instanceof Block.Text(String words)) {
        text.append(words);
      }
    }
    return text.toString();
  }
}
