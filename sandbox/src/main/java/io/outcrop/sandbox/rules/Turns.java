package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.sandbox.traits.Traits;
import java.util.Optional;
import java.util.Set;

/// Whose turn it is, and that something is said in it. Since the API of 2026-10-21 a turn may also
/// be the system's.
final class Turns implements Rule {
  private static final Set<String> ROLES = Set.of("user", "assistant");

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var turns = request.messages();
    if (turns.isEmpty()) {
      return Refusal.because(Sentence.NO_MESSAGES);
    }
    var before = "";
    for (var i = 0; i < turns.size(); i++) {
      var index = i;
      var turn = turns.get(i);
      var role = MessagesRequest.role(turn);
      var isOptional = i == turns.size() - 1 && role.equals("assistant");
      var problem = role(request, i, role, before).or(() -> content(index, turn, isOptional));
      if (problem.isPresent()) {
        return problem;
      }
      before = role.equals("system") ? before : role;
    }
    return MessagesRequest.role(turns.getLast()).equals("assistant")
        ? prefill(request, turns.getLast())
        : Optional.empty();
  }

  private static Optional<Refusal> role(
      MessagesRequest request, int index, String role, String before) {
    if (role.equals("system") && request.traits().can(Traits.Ability.API_2026_10_21)) {
      return Optional.empty();
    }
    if (!ROLES.contains(role)) {
      return Refusal.because(Sentence.ROLE, index);
    }
    if (before.isEmpty() && role.equals("assistant")) {
      return Refusal.because(Sentence.FIRST_USER);
    }
    return Refusal.unless(!role.equals(before), Sentence.ALTERNATE, role);
  }

  private static Optional<Refusal> content(int index, Json.Obj turn, boolean isOptional) {
    var content = turn.get("content").orElse(Json.ofNull());
    if (isNothing(content)) {
      return isOptional ? Optional.empty() : Refusal.because(Sentence.EMPTY_CONTENT, index);
    }
    for (var block : MessagesRequest.blocks(turn)) {
      if (MessagesRequest.type(block).equals("text")) {
        var text = block.text("text").orElse("");
        if (text.isEmpty()) {
          return Refusal.because(Sentence.EMPTY_TEXT);
        }
        if (text.isBlank()) {
          return Refusal.because(Sentence.BLANK_TEXT);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNothing(Json content) {
    return switch (content) {
      case Json.Str text -> text.text().isBlank();
      case Json.Arr blocks -> blocks.elements().isEmpty();
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }

  private static Optional<Refusal> prefill(MessagesRequest request, Json.Obj turn) {
    if (!request.traits().can(Traits.Ability.PREFILL)) {
      return Refusal.because(Sentence.PREFILL);
    }
    var blocks = MessagesRequest.blocks(turn);
    var text =
        blocks.isEmpty()
            ? turn.text("content").orElse("")
            : blocks.getLast().text("text").orElse("");
    return Refusal.unless(text.equals(text.stripTrailing()), Sentence.TRAILING_SPACE);
  }
}
