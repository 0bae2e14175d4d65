package io.outcrop.sandbox.standin;

import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Usage;
import java.util.ArrayList;
import java.util.List;

/// Ends an answer where it has to end: at the first stop sequence in its text, or when its tokens
/// are used up. A tool whose arguments do not fit any more is not used.
///
/// @param maxTokens how many tokens there are
/// @param stops texts that end it
record Cut(long maxTokens, List<String> stops) {
  Completion of(List<Block> content, Ending ending, Usage input) {
    var kept = new ArrayList<Block>();
    var left = maxTokens;
    for (var block : content) {
      var stop = block instanceof Block.Text(String text) ? stopIn(text) : "";
      var wanted =
          block instanceof Block.Text(String text) && !stop.isEmpty()
              ? new Block.Text(text.substring(0, text.indexOf(stop)))
              : block;
      var tokens = tokens(wanted);
      if (tokens > left) {
        shortened(wanted, left, kept);
        return new Completion(kept, Ending.MAX_TOKENS, input.withOutput(maxTokens));
      }
      left -= tokens;
      kept.add(wanted);
      if (!stop.isEmpty()) {
        return new Completion(kept, Ending.at(stop), input.withOutput(maxTokens - left));
      }
    }
    return new Completion(kept, ending, input.withOutput(maxTokens - left));
  }

  private String stopIn(String text) {
    var first = "";
    var at = Integer.MAX_VALUE;
    for (var stop : stops) {
      var found = text.indexOf(stop);
      if (found >= 0 && found < at) {
        first = stop;
        at = found;
      }
    }
    return first;
  }

  private static long tokens(Block block) {
    return switch (block) {
      case Block.Text(String text) -> Tokens.count(text);
      case Block.Thinking(String text, _) -> Math.max(1, Tokens.count(text));
      case Block.Redacted _ -> 1;
      case Block.ToolUse(_, String name, var input) ->
          Tokens.count(name) + Tokens.count(JsonWriter.compact(input));
      case Block.Other _ -> 0;
    };
  }

  private static void shortened(Block block, long left, List<Block> kept) {
    if (left > 0 && block instanceof Block.Text(String text)) {
      kept.add(new Block.Text(beginning(text, left)));
    } else if (left > 0 && block instanceof Block.Thinking(String text, _)) {
      var thought = beginning(text, left);
      kept.add(new Block.Thinking(thought, new Seal().of(thought)));
    }
  }

  private static String beginning(String text, long tokens) {
    return String.join("", Tokens.split(text).subList(0, (int) tokens));
  }
}
