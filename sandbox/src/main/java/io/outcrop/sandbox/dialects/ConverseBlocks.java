package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Converse's blocks as Anthropic's. A cache point marks the block before it.
final class ConverseBlocks {
  private ConverseBlocks() {}

  static List<Json.Obj> of(List<Json> blocks) {
    var result = new ArrayList<Json.Obj>();
    for (var block : Ask.objects(blocks)) {
      if (block.get("cachePoint").isPresent()) {
        if (!result.isEmpty()) {
          result.set(result.size() - 1, marked(result.getLast(), block));
        }
      } else {
        result.add(block(block));
      }
    }
    return result;
  }

  /// `block` with the mark that `point` sets.
  static Json.Obj marked(Json.Obj block, Json.Obj point) {
    var control = Fields.of("type", "ephemeral");
    point
        .object("cachePoint")
        .flatMap(it -> it.text("ttl"))
        .ifPresent(ttl -> control.with("ttl", ttl));
    return block.with("cache_control", control.json());
  }

  private static Json.Obj block(Json.Obj block) {
    var name = block.members().isEmpty() ? "" : block.members().keySet().iterator().next();
    var inner = block.object(name).orElseGet(Json::object);
    return switch (name) {
      case "image" -> image(inner);
      case "document" -> document(inner);
      case "toolUse" ->
          Fields.of("type", "tool_use")
              .with("id", inner.text("toolUseId").orElse(""))
              .with("name", inner.text("name").orElse(""))
              .with("input", inner.get("input").orElseGet(Json::object))
              .json();
      case "toolResult" -> result(inner);
      case "reasoningContent" -> thought(inner);
      case "searchResult" -> search(inner);
      case "guardContent" -> text(inner.object("text").flatMap(it -> it.text("text")).orElse(""));
      case "citationsContent" -> text(Ask.text(Json.array(inner.list("content"))));
      case "json" -> text(JsonWriter.compact(block.get("json").orElse(Json.ofNull())));
      default -> text(block.text("text").orElse(""));
    };
  }

  private static Json.Obj text(String text) {
    return Fields.of("type", "text").with("text", text).json();
  }

  private static Json.Obj image(Json.Obj image) {
    var type = "image/" + image.text("format").orElse("");
    return Fields.of("type", "image").with("source", base64(type, bytes(image))).json();
  }

  private static String bytes(Json.Obj media) {
    return media.object("source").flatMap(source -> source.text("bytes")).orElse("");
  }

  private static Json.Obj base64(String type, String data) {
    return Fields.of("type", "base64").with("media_type", type).with("data", data).json();
  }

  private static Json.Obj document(Json.Obj document) {
    var source = document.object("source").orElseGet(Json::object);
    var isPdf = document.text("format").filter("pdf"::equals).isPresent();
    var result = Fields.of("type", "document");
    if (isPdf && source.get("bytes").isPresent()) {
      result.with("source", base64("application/pdf", bytes(document)));
    } else {
      result.with(
          "source",
          Fields.of("type", "text")
              .with("media_type", "text/plain")
              .with("data", words(source))
              .json());
    }
    document.text("name").ifPresent(name -> result.with("title", name));
    document.text("context").ifPresent(context -> result.with("context", context));
    document.object("citations").ifPresent(citations -> result.with("citations", citations));
    return result.json();
  }

  /// The words of a document: its text, its parts', or its bytes read as text.
  private static String words(Json.Obj source) {
    var parts = source.list("content");
    if (!parts.isEmpty()) {
      return Ask.text(Json.array(parts));
    }
    return source
        .text("text")
        .orElseGet(() -> {
          try {
            var bytes = Base64.getDecoder().decode(source.text("bytes").orElse(""));
            return new String(bytes, StandardCharsets.UTF_8);
          } catch (IllegalArgumentException _) {
            return "";
          }
        });
  }

  private static Json.Obj result(Json.Obj result) {
    var block =
        Fields.of("type", "tool_result")
            .with("tool_use_id", result.text("toolUseId").orElse(""))
            .with("content", Json.array(of(result.list("content"))));
    if (result.text("status").filter("error"::equals).isPresent()) {
      block.with("is_error", Json.of(true));
    }
    return block.json();
  }

  private static Json.Obj thought(Json.Obj reasoning) {
    var redacted = reasoning.text("redactedContent");
    if (redacted.isPresent()) {
      var data = new String(decoded(redacted.get()), StandardCharsets.UTF_8);
      return Fields.of("type", "redacted_thinking").with("data", data).json();
    }
    var text = reasoning.object("reasoningText").orElseGet(Json::object);
    return Fields.of("type", "thinking")
        .with("thinking", text.text("text").orElse(""))
        .with("signature", text.text("signature").orElse(""))
        .json();
  }

  private static byte[] decoded(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static Json.Obj search(Json.Obj found) {
    return Fields.of("type", "search_result")
        .with("source", found.text("source").orElse(""))
        .with("title", found.text("title").orElse(""))
        .with("content", Json.array(of(found.list("content"))))
        .json();
  }
}
