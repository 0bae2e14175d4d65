package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Ask;
import java.util.ArrayList;
import java.util.List;

/// How many tokens a prompt has, part by part in the order in which a model reads it: tools,
/// system, turns.
///
/// @param parts its parts; never empty
public record PromptTokens(List<Part> parts) {
  /// Around each turn. Source: counts of one-word prompts that others saw.
  private static final long TURN = 3;

  /// Before the first turn.
  private static final long START = 4;

  /// What tools bring along. Source: Anthropic, "Tool use", pricing, Claude 4.
  private static final long TOOLS = 346;

  private static final long TOOLS_FORCED = 313;

  /// An image whose size nobody looked at. Source: Anthropic, "Vision": about 1,600 at most.
  private static final long IMAGE = 1600;

  private static final long BYTES_PER_TOKEN = 4;

  public PromptTokens {
    parts = List.copyOf(parts);
  }

  /// A part.
  ///
  /// @param tokens how many it has
  /// @param ttl how long the prompt up to here is to be kept: `5m`, `1h`; empty if not at all
  /// @param block what it is
  public record Part(long tokens, String ttl, Json block) {}

  /// Counts `ask`.
  public static PromptTokens of(Ask ask) {
    var parts = new ArrayList<Part>();
    var tools = ask.tools();
    for (var tool : tools) {
      parts.add(part(tool, Tokens.count(JsonWriter.compact(tool.without("cache_control")))));
    }
    if (!tools.isEmpty() && ask.choice() != Ask.Choice.NONE) {
      var isForced = ask.choice() != Ask.Choice.AUTO;
      parts.add(new Part(isForced ? TOOLS_FORCED : TOOLS, "", Json.ofNull()));
    }
    ask.body().get("system").ifPresent(system -> add(system, 0, parts));
    parts.add(new Part(START, "", turnSettings(ask)));
    for (var turn : ask.messages()) {
      add(turn.get("content").orElse(Json.ofNull()), TURN, parts);
    }
    return new PromptTokens(parts);
  }

  /// What makes a kept prefix of turns useless when it changes. Source: Anthropic, "Prompt
  /// caching", what invalidates the cache.
  private static Json turnSettings(Ask ask) {
    return Json.ofTexts(List.of(ask.choice().name(), ask.thinking()));
  }

  private static void add(Json content, long around, List<Part> parts) {
    if (content instanceof Json.Arr blocks) {
      var before = around;
      for (var block : Ask.objects(blocks.elements())) {
        parts.add(part(block, before + tokens(block)));
        before = 0;
      }
    } else {
      parts.add(new Part(around + Tokens.count(Ask.text(content)), "", content));
    }
  }

  private static Part part(Json.Obj block, long tokens) {
    var ttl =
        block.object("cache_control").map(control -> control.text("ttl").orElse("5m")).orElse("");
    return new Part(tokens, ttl, ttl.isEmpty() ? block : block.without("cache_control"));
  }

  private static long tokens(Json.Obj block) {
    return switch (block.text("type").orElse("")) {
      case "text" -> Tokens.count(block.text("text").orElse(""));
      case "image" -> IMAGE;
      case "document" -> document(block.object("source").orElseGet(Json::object));
      case "thinking" -> Tokens.count(block.text("thinking").orElse(""));
      case "redacted_thinking" -> block.text("data").orElse("").length() / BYTES_PER_TOKEN;
      case "tool_result" -> 4 + result(block.get("content").orElse(Json.ofNull()));
      default -> Tokens.count(JsonWriter.compact(block));
    };
  }

  private static long result(Json content) {
    var tokens = 0L;
    if (content instanceof Json.Arr blocks) {
      for (var block : Ask.objects(blocks.elements())) {
        tokens += tokens(block);
      }
      return tokens;
    }
    return Tokens.count(Ask.text(content));
  }

  private static long document(Json.Obj source) {
    var data = source.text("data").orElse("");
    return source.text("type").filter("base64"::equals).isPresent()
        ? data.length() * 3L / 4 / BYTES_PER_TOKEN
        : Tokens.count(data) + result(source.get("content").orElse(Json.ofNull()));
  }

  /// All of them.
  public long total() {
    var total = 0L;
    for (var part : parts) {
      total += part.tokens();
    }
    return total;
  }

  /// Whether any part of it is to be kept.
  boolean isKept() {
    for (var part : parts) {
      if (!part.ttl().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
