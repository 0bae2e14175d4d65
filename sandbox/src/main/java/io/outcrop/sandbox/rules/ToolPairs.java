package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Every use of a tool has its result in the next turn, and every result its use in the turn
/// before. Source: Anthropic, "Tool use".
final class ToolPairs implements Rule {
  private static final String ID = "^[a-zA-Z0-9_-]+$";
  private static final Pattern ID_PATTERN = Pattern.compile(ID);

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var turns = request.messages();
    var all = new HashSet<String>();
    Set<String> open = Set.of();
    for (var i = 0; i < turns.size(); i++) {
      var blocks = MessagesRequest.blocks(turns.get(i));
      var problem = results(i, blocks, open);
      if (problem.isPresent()) {
        return problem;
      }
      problem = missing(i - 1, blocks, open);
      if (problem.isPresent()) {
        return problem;
      }
      problem = uses(i, blocks, all);
      if (problem.isPresent()) {
        return problem;
      }
      open = ids(blocks);
    }
    return open.isEmpty()
        ? Optional.empty()
        : Refusal.because(Sentence.TOOL_RESULTS_MISSING, turns.size() - 1, String.join(", ", open));
  }

  private static Set<String> ids(List<Json.Obj> blocks) {
    var ids = new LinkedHashSet<String>();
    for (var block : blocks) {
      if (MessagesRequest.type(block).equals("tool_use")) {
        ids.add(block.text("id").orElse(""));
      }
    }
    return ids;
  }

  private static Optional<Refusal> missing(int index, List<Json.Obj> blocks, Set<String> open) {
    var missing = new LinkedHashSet<>(open);
    for (var block : blocks) {
      if (MessagesRequest.type(block).equals("tool_result")) {
        missing.remove(block.text("tool_use_id").orElse(""));
      }
    }
    return Refusal.unless(
        missing.isEmpty(), Sentence.TOOL_RESULTS_MISSING, index, String.join(", ", missing));
  }

  private static Optional<Refusal> results(int index, List<Json.Obj> blocks, Set<String> open) {
    for (var i = 0; i < blocks.size(); i++) {
      if (MessagesRequest.type(blocks.get(i)).equals("tool_result")) {
        var id = blocks.get(i).text("tool_use_id").orElse("");
        if (!open.contains(id)) {
          return Refusal.because(Sentence.TOOL_USE_MISSING, index, i, id);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> uses(int index, List<Json.Obj> blocks, Set<String> all) {
    for (var i = 0; i < blocks.size(); i++) {
      if (MessagesRequest.type(blocks.get(i)).equals("tool_use")) {
        var id = blocks.get(i).text("id").orElse("");
        if (!ID_PATTERN.matcher(id).matches()) {
          return Refusal.because(
              Sentence.PATTERN, "messages." + index + ".content." + i + ".tool_use.id", ID);
        }
        if (!all.add(id)) {
          return Refusal.because(Sentence.TOOL_IDS_UNIQUE, index, i);
        }
      }
    }
    return Optional.empty();
  }
}
