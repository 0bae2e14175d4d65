package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPointer;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.traits.Traits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Converse and ConverseStream, whose bodies are modelled. Source: Amazon Bedrock API Reference,
/// "Converse", "ConverseStream", read 2026-10.
///
/// @param judgement who says what is wrong
public record Converse(Judgement judgement) implements Dialect {
  @Override
  public Reading read(Call call, Traits traits) {
    return read(call.input(), traits);
  }

  /// Reads members that did not come as a call's own: CountTokens brings some inside.
  public Reading read(Json.Obj input, Traits traits) {
    return new ConverseChecks(input, traits)
        .problem()
        .map(judgement::ofDoor)
        .orElseGet(() -> judgement.of(new ConverseQuestion(input, traits).ask(), traits));
  }

  @Override
  public Reply whole(Speaker speaker, Completion completion) {
    var message =
        Fields.of("role", "assistant")
            .with(
                "content",
                Json.array(
                    completion.content().stream().flatMap(it -> block(it).stream()).toList()));
    var output =
        Fields.none()
            .with("output", Fields.none().with("message", message.json()).json())
            .with("stopReason", stopReason(completion.ending()))
            .with("usage", usage(completion.usage()))
            .with("metrics", metrics(speaker, completion.usage()));
    more(speaker, completion).ifPresent(it -> output.with("additionalModelResponseFields", it));
    echo(speaker, output);
    return new Reply.Output(output.json());
  }

  private static Optional<Json.Obj> block(Block block) {
    return switch (block) {
      case Block.Text(String text) -> Optional.of(Fields.of("text", text).json());
      case Block.Thinking(String text, String signature) ->
          Optional.of(
              reasoning(
                  "reasoningText", Fields.of("text", text).with("signature", signature).json()));
      case Block.Redacted(String data) ->
          Optional.of(reasoning("redactedContent", Json.of(encoded(data))));
      case Block.ToolUse(String id, String name, Json.Obj input) ->
          Optional.of(
              Fields.none()
                  .with(
                      "toolUse",
                      Fields.of("toolUseId", toolId(id))
                          .with("name", name)
                          .with("input", input)
                          .json())
                  .json());
      case Block.Other(Json.Obj raw) -> raw.text("text").map(it -> Fields.of("text", it).json());
    };
  }

  private static Json.Obj reasoning(String member, Json value) {
    return Fields.none().with("reasoningContent", Fields.none().with(member, value).json()).json();
  }

  private static String encoded(String data) {
    return Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
  }

  /// Converse has ids of its own. Source: ids as seen in answers.
  private static String toolId(String id) {
    return id.startsWith("toolu_bdrk_01") ? id.replace("toolu_bdrk_01", "tooluse_") : id;
  }

  private static String stopReason(Ending ending) {
    return switch (ending.word()) {
      case "refusal" -> "content_filtered";
      case "pause_turn" -> "end_turn";
      default -> ending.word();
    };
  }

  private static Json.Obj usage(Usage usage) {
    var all = usage.input() + usage.output() + usage.cacheRead() + usage.cacheWrite();
    var result =
        Fields.none()
            .with("inputTokens", usage.input())
            .with("outputTokens", usage.output())
            .with("totalTokens", all)
            .with("cacheReadInputTokens", usage.cacheRead())
            .with("cacheWriteInputTokens", usage.cacheWrite());
    if (usage.cacheWrite() > 0) {
      var details =
          List.of(detail("5m", usage.cacheWrite5m()), detail("1h", usage.cacheWrite1h())).stream()
              .filter(detail -> !detail.get("inputTokens").equals(Optional.of(Json.of(0))))
              .toList();
      result.with("cacheDetails", Json.array(details));
    }
    return result.json();
  }

  private static Json.Obj detail(String ttl, long tokens) {
    return Fields.of("ttl", ttl).with("inputTokens", tokens).json();
  }

  private static Json.Obj metrics(Speaker speaker, Usage usage) {
    return Fields.none().with("latencyMs", speaker.latencyMillis(usage)).json();
  }

  /// Fields of the model's own answer that the caller asked for.
  private static Optional<Json.Obj> more(Speaker speaker, Completion completion) {
    var paths = speaker.call().input().list("additionalModelResponseFieldPaths");
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    var message = AnthropicSpelling.message(speaker, completion).json();
    var found = Json.object();
    for (var path : paths) {
      var pointer = path.asText().flatMap(JsonPointer::parse);
      var value = pointer.flatMap(it -> it.in(message));
      if (value.isPresent() && !pointer.get().tokens().isEmpty()) {
        found = put(found, pointer.get().tokens(), value.get());
      }
    }
    return Optional.of(found);
  }

  private static Json.Obj put(Json.Obj into, List<String> tokens, Json value) {
    var name = tokens.getFirst();
    return tokens.size() == 1
        ? into.with(name, value)
        : into.with(
            name,
            put(
                into.object(name).orElseGet(Json::object),
                tokens.subList(1, tokens.size()),
                value));
  }

  /// What the caller chose is said again.
  private static void echo(Speaker speaker, Fields output) {
    for (var name : List.of("performanceConfig", "serviceTier")) {
      speaker.call().input().object(name).ifPresent(value -> output.with(name, value));
    }
  }

  @Override
  public Teller teller(Speaker speaker) {
    return piece ->
        switch (piece) {
          case Piece.Begun _ -> one(speaker, "messageStart", Fields.of("role", "assistant"));
          case Piece.BlockBegun(int index, Block block) -> begun(speaker, index, block);
          case Piece.TextMore(int index, String text) ->
              delta(speaker, index, Fields.of("text", text).json());
          case Piece.ThinkingMore(int index, String text) ->
              delta(speaker, index, reasoning("text", Json.of(text)));
          case Piece.Signed(int index, String signature) ->
              delta(speaker, index, reasoning("signature", Json.of(signature)));
          case Piece.InputMore(int index, String json) ->
              delta(
                  speaker,
                  index,
                  Fields.none().with("toolUse", Fields.of("input", json).json()).json());
          case Piece.BlockEnded(int index) -> one(speaker, "contentBlockStop", at(index));
          case Piece.Ended(Ending ending, Usage usage) -> ended(speaker, ending, usage);
          case Piece.Failed(_, String message) -> List.of(Interruptions.event(message));
          case Piece.Ping _, Piece.Other _ -> List.of();
        };
  }

  private static Fields at(int index) {
    return Fields.none().with("contentBlockIndex", index);
  }

  private static List<Reply.Event> begun(Speaker speaker, int index, Block block) {
    return switch (block) {
      case Block.ToolUse(String id, String name, _) ->
          one(
              speaker,
              "contentBlockStart",
              at(index)
                  .with(
                      "start",
                      Fields.none()
                          .with(
                              "toolUse",
                              Fields.of("toolUseId", toolId(id)).with("name", name).json())
                          .json()));
      case Block.Redacted(String data) ->
          delta(speaker, index, reasoning("redactedContent", Json.of(encoded(data))));
      case Block.Text _, Block.Thinking _, Block.Other _ -> List.of();
    };
  }

  private static List<Reply.Event> delta(Speaker speaker, int index, Json.Obj delta) {
    return one(speaker, "contentBlockDelta", at(index).with("delta", delta));
  }

  private static List<Reply.Event> ended(Speaker speaker, Ending ending, Usage usage) {
    var stop = Fields.of("stopReason", stopReason(ending));
    more(speaker, new Completion(List.of(), ending, usage))
        .ifPresent(it -> stop.with("additionalModelResponseFields", it));
    var metadata =
        Fields.none().with("usage", usage(usage)).with("metrics", metrics(speaker, usage));
    echo(speaker, metadata);
    return List.of(
        event(speaker, "messageStop", stop.json()), event(speaker, "metadata", metadata.json()));
  }

  private static List<Reply.Event> one(Speaker speaker, String type, Fields payload) {
    return List.of(event(speaker, type, payload.json()));
  }

  private static Reply.Event event(Speaker speaker, String type, Json.Obj payload) {
    return new Reply.Event(
        false, type, payload.with("p", Json.of(speaker.padding(payload.toString()))));
  }
}
