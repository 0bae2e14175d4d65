package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.util.Optional;

/// Thoughts that come back: unchanged, and where they have to be. Source: Anthropic, "Extended
/// thinking".
final class Thoughts implements Rule {
  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var turns = request.messages();
    for (var i = 0; i < turns.size(); i++) {
      var problem = genuine(request, i, turns.get(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return request.ask().thinking().equals("enabled") ? first(request) : Optional.empty();
  }

  private static Optional<Refusal> genuine(MessagesRequest request, int turn, Json.Obj message) {
    var blocks = MessagesRequest.blocks(message);
    var signatures = request.context().signatures();
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var type = MessagesRequest.type(block);
      if (type.equals("thinking")
          && !signatures.isGenuine(
              block.text("thinking").orElse(""), block.text("signature").orElse(""))) {
        return Refusal.because(Sentence.SIGNATURE, turn, i);
      }
      if (type.equals("redacted_thinking")
          && !signatures.isRedacted(block.text("data").orElse(""))) {
        return Refusal.because(Sentence.REDACTED, turn, i);
      }
    }
    return Optional.empty();
  }

  /// The turn that used the tools whose results came last begins with a thought.
  private static Optional<Refusal> first(MessagesRequest request) {
    var turns = request.messages();
    var hasResults =
        MessagesRequest.blocks(turns.getLast()).stream()
            .anyMatch(block -> MessagesRequest.type(block).equals("tool_result"));
    var index = hasResults ? turns.size() - 2 : -1;
    if (index < 0) {
      return Optional.empty();
    }
    var blocks = MessagesRequest.blocks(turns.get(index));
    var type = blocks.isEmpty() ? "text" : MessagesRequest.type(blocks.getFirst());
    return Refusal.unless(
        type.equals("thinking") || type.equals("redacted_thinking"),
        Sentence.THINKING_FIRST,
        index,
        type);
  }
}
