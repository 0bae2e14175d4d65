package io.outcrop.sandbox.conversation;

import io.outcrop.json.Json;

/// A part of an answer.
public sealed interface Block {
  /// Words.
  record Text(String text) implements Block {}

  /// Thoughts, with the signature by which they are known again.
  record Thinking(String text, String signature) implements Block {}

  /// Thoughts that only the model can read.
  record Redacted(String data) implements Block {}

  /// A wish that the caller use one of its tools.
  record ToolUse(String id, String name, Json.Obj input) implements Block {}

  /// A kind of block that we do not know, as it came.
  record Other(Json.Obj raw) implements Block {}

  /// As an answer of Anthropic's Messages spells it.
  default Json.Obj json() {
    return switch (this) {
      case Text(String text) -> Fields.of("type", "text").with("text", text).json();
      case Thinking(String text, String signature) ->
          Fields.of("type", "thinking").with("thinking", text).with("signature", signature).json();
      case Redacted(String data) ->
          Fields.of("type", "redacted_thinking").with("data", data).json();
      case ToolUse(String id, String name, Json.Obj input) ->
          Fields.of("type", "tool_use")
              .with("id", id)
              .with("name", name)
              .with("input", input)
              .json();
      case Other(Json.Obj raw) -> raw;
    };
  }

  /// What `raw`, a block of an answer, is.
  static Block of(Json.Obj raw) {
    return switch (raw.text("type").orElse("")) {
      case "text" ->
          raw.get("citations").filter(Json.Arr.class::isInstance).isPresent()
              ? new Other(raw)
              : new Text(raw.text("text").orElse(""));
      case "thinking" ->
          new Thinking(raw.text("thinking").orElse(""), raw.text("signature").orElse(""));
      case "redacted_thinking" -> new Redacted(raw.text("data").orElse(""));
      case "tool_use" ->
          new ToolUse(
              raw.text("id").orElse(""),
              raw.text("name").orElse(""),
              raw.object("input").orElseGet(Json::object));
      default -> new Other(raw);
    };
  }
}
