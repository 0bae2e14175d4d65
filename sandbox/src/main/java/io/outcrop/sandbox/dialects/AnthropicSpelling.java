package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Usage;
import java.util.List;

/// Answers in the spelling of Anthropic's Messages. Source: Amazon Bedrock User Guide, "Anthropic
/// Claude Messages API"; Anthropic, "Streaming messages"; answers as seen by others.
final class AnthropicSpelling {
  private AnthropicSpelling() {}

  /// The whole message.
  static Fields message(Speaker speaker, Completion completion) {
    return begun(speaker)
        .with("content", Json.array(completion.content().stream().map(Block::json).toList()))
        .with("stop_reason", completion.ending().word())
        .with("stop_sequence", stopSequence(completion.ending()))
        .with("usage", usage(completion.usage()));
  }

  private static Fields begun(Speaker speaker) {
    return Fields.of("id", speaker.messageId())
        .with("type", "message")
        .with("role", "assistant")
        .with("model", speaker.traits().shortName());
  }

  private static Json stopSequence(Ending ending) {
    return ending.stopSequence().isEmpty() ? Json.ofNull() : Json.of(ending.stopSequence());
  }

  private static Json.Obj usage(Usage usage) {
    return Fields.none()
        .with("input_tokens", usage.input())
        .with("cache_creation_input_tokens", usage.cacheWrite())
        .with("cache_read_input_tokens", usage.cacheRead())
        .with(
            "cache_creation",
            Fields.none()
                .with("ephemeral_5m_input_tokens", usage.cacheWrite5m())
                .with("ephemeral_1h_input_tokens", usage.cacheWrite1h())
                .json())
        .with("output_tokens", usage.output())
        .json();
  }

  /// The events that bring `piece`.
  static List<Json.Obj> events(Speaker speaker, Piece piece) {
    return switch (piece) {
      case Piece.Begun(Usage usage) -> List.of(messageStart(speaker, usage));
      case Piece.BlockBegun(int index, Block block) ->
          List.of(at("content_block_start", index).with("content_block", block.json()).json());
      case Piece.TextMore(int index, String text) -> delta(index, "text_delta", "text", text);
      case Piece.ThinkingMore(int index, String text) ->
          delta(index, "thinking_delta", "thinking", text);
      case Piece.Signed(int index, String signature) ->
          delta(index, "signature_delta", "signature", signature);
      case Piece.InputMore(int index, String json) ->
          delta(index, "input_json_delta", "partial_json", json);
      case Piece.BlockEnded(int index) -> List.of(at("content_block_stop", index).json());
      case Piece.Ended(Ending ending, Usage usage) ->
          List.of(messageDelta(ending, usage), Fields.of("type", "message_stop").json());
      case Piece.Ping() -> List.of(Fields.of("type", "ping").json());
      case Piece.Failed(String type, String message) ->
          List.of(
              Fields.of("type", "error")
                  .with("error", Fields.of("type", type).with("message", message).json())
                  .json());
      case Piece.Other(Json.Obj raw) -> List.of(raw);
    };
  }

  private static Json.Obj messageStart(Speaker speaker, Usage usage) {
    var message =
        begun(speaker)
            .with("content", Json.array(List.of()))
            .with("stop_reason", Json.ofNull())
            .with("stop_sequence", Json.ofNull())
            .with("usage", usage(usage));
    return Fields.of("type", "message_start").with("message", message.json()).json();
  }

  private static Json.Obj messageDelta(Ending ending, Usage usage) {
    return Fields.of("type", "message_delta")
        .with(
            "delta",
            Fields.of("stop_reason", ending.word())
                .with("stop_sequence", stopSequence(ending))
                .json())
        .with("usage", Fields.none().with("output_tokens", usage.output()).json())
        .json();
  }

  private static Fields at(String type, int index) {
    return Fields.of("type", type).with("index", index);
  }

  private static List<Json.Obj> delta(int index, String type, String member, String value) {
    return List.of(
        at("content_block_delta", index)
            .with("delta", Fields.of("type", type).with(member, value).json())
            .json());
  }
}
