package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What Anthropic's API finds wrong in a Messages body, in its words; the first problem alone.
final class MessagesBody {
  private static final Set<String> KNOWN =
      Set.of(
          "anthropic_version",
          "anthropic_beta",
          "max_tokens",
          "messages",
          "system",
          "temperature",
          "top_p",
          "top_k",
          "stop_sequences",
          "tools",
          "tool_choice",
          "thinking",
          "metadata",
          "output_config");
  private static final Set<String> VERSIONS = Set.of("bedrock-2023-05-31", "2026-10-21");

  private MessagesBody() {}

  static Optional<String> problem(Json.Obj body) {
    for (var required : List.of("anthropic_version", "max_tokens", "messages")) {
      if (body.get(required).isEmpty()) {
        return Optional.of(required + ": Field required");
      }
    }
    for (var name : body.members().keySet()) {
      if (!KNOWN.contains(name)) {
        return Optional.of(name + ": Extra inputs are not permitted");
      }
    }
    if (body.text("anthropic_version").filter(VERSIONS::contains).isEmpty()) {
      return Optional.of("Invalid API version");
    }
    return maxTokens(body)
        .or(() -> range(body, "temperature"))
        .or(() -> range(body, "top_p"))
        .or(() -> messages(body));
  }

  private static Optional<String> maxTokens(Json.Obj body) {
    if (!(body.get("max_tokens").orElseThrow() instanceof Json.Num number)) {
      return Optional.of("max_tokens: Input should be a valid integer");
    }
    return number.value().signum() <= 0
        ? Optional.of("max_tokens: must be greater than or equal to 1")
        : Optional.empty();
  }

  private static Optional<String> range(Json.Obj body, String name) {
    var value = body.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return value.get() instanceof Json.Num number
            && number.value().signum() >= 0
            && number.value().compareTo(BigDecimal.ONE) <= 0
        ? Optional.empty()
        : Optional.of(name + ": range: 0..1");
  }

  private static Optional<String> messages(Json.Obj body) {
    var messages = body.list("messages");
    if (messages.isEmpty()) {
      return Optional.of("messages: at least one message is required");
    }
    var before = "";
    for (var i = 0; i < messages.size(); i++) {
      if (!(messages.get(i) instanceof Json.Obj message)) {
        return Optional.of("messages." + i + ": Input should be a valid dictionary");
      }
      var role = message.text("role").orElse("");
      var isLast = i == messages.size() - 1;
      var problem = message(i, message, role, before, isLast);
      if (problem.isPresent()) {
        return problem;
      }
      before = role;
    }
    return Optional.empty();
  }

  private static Optional<String> message(
      int index, Json.Obj message, String role, String before, boolean isLast) {
    if (!Set.of("user", "assistant", "system").contains(role)) {
      return Optional.of(
          "messages.%d.role: Input should be 'user' or 'assistant'".formatted(index));
    }
    if (message.get("content").isEmpty()) {
      return Optional.of("messages." + index + ".content: Field required");
    }
    if (before.isEmpty() && role.equals("assistant")) {
      return Optional.of("messages: first message must use the \"user\" role");
    }
    if (role.equals(before)) {
      return Optional.of(
          "messages: roles must alternate between \"user\" and \"assistant\", but found multiple"
              + " \""
              + role
              + "\" roles in a row");
    }
    if (isEmpty(message.get("content").get()) && !(isLast && role.equals("assistant"))) {
      return Optional.of(
          "messages."
              + index
              + ": all messages must have non-empty content except for the optional"
              + " final assistant message");
    }
    return Optional.empty();
  }

  private static boolean isEmpty(Json content) {
    return switch (content) {
      case Json.Str text -> text.text().isBlank();
      case Json.Arr blocks -> blocks.elements().isEmpty();
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> true;
    };
  }

  /// The whole part of a number; 0 for what is none.
  static long whole(Json value) {
    return value instanceof Json.Num number ? number.value().longValue() : 0;
  }

  /// The text in a string or in text blocks; other blocks say nothing to a stand-in.
  static String text(Json content) {
    return switch (content) {
      case Json.Str text -> text.text();
      case Json.Arr blocks -> {
        var joined = new StringBuilder();
        for (var block : blocks.elements()) {
          if (block instanceof Json.Obj object) {
            joined.append(object.text("text").orElse(""));
          }
        }
        yield joined.toString();
      }
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> "";
    };
  }
}
