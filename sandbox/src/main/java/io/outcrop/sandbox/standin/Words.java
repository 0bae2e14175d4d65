package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import java.util.List;

/// What the stand-in says.
record Words(StandIn.Part part) {
  private static final int QUOTED = 160;

  private static final List<String> ENDINGS =
      List.of(
          "Ask the real one when this call reaches AWS.",
          "What matters here is that the call came through.",
          "The words are made up; signature, policies and model access were checked for real.",
          "Nothing was billed, and nothing left this machine.");

  /// The answer in words, or the value that the caller wants.
  String answer(Ask ask) {
    var schema = ask.answerSchema();
    if (schema.isPresent()) {
      var seed = part.seed() + ask.lastUserText();
      return JsonWriter.compact(new SchemaValue(schema.get(), seed).make());
    }
    var text = new StringBuilder("I am Outcrop's stand-in for ").append(part.model()).append('.');
    var said = ask.lastUserText();
    var results = results(ask);
    if (!results.isEmpty()) {
      text.append(" The tool answered: \"").append(quoted(results)).append("\".");
    }
    if (!said.isEmpty() || results.isEmpty()) {
      text.append(" You said: \"").append(quoted(said)).append("\".");
    }
    shown(ask, text);
    var system = ask.system();
    if (!system.isEmpty()) {
      text.append(" My instructions begin: \"").append(quoted(system)).append("\".");
    }
    var choice = Long.remainderUnsigned(Ids.hash(part + said + system), ENDINGS.size());
    return text.append(' ').append(ENDINGS.get((int) choice)).toString();
  }

  /// What is said before tools are used.
  String beforeTools(List<Block.ToolUse> calls) {
    var names = calls.stream().map(call -> "`" + call.name() + "`").toList();
    return "I am Outcrop's stand-in for %s and would like to use %s."
        .formatted(part.model(), String.join(" and ", names));
  }

  /// What is thought.
  String thought(Ask ask) {
    return "I am a stand-in and do not think. The user said: \"%s\". I will answer openly as one."
        .formatted(quoted(ask.lastUserText()));
  }

  private static String results(Ask ask) {
    var results = new StringBuilder();
    for (var block : ask.lastBlocks()) {
      if (block.text("type").filter("tool_result"::equals).isPresent()) {
        results.append(block.get("content").map(Ask::text).orElse("")).append(' ');
      }
    }
    return results.toString().strip();
  }

  private static void shown(Ask ask, StringBuilder text) {
    var blocks = ask.lastBlocks();
    var images = count(blocks, "image");
    var documents = count(blocks, "document");
    if (images + documents > 0) {
      text.append(" You showed me %d image(s) and %d document(s).".formatted(images, documents));
    }
  }

  private static long count(List<Json.Obj> blocks, String type) {
    return blocks.stream()
        .filter(block -> block.text("type").filter(type::equals).isPresent())
        .count();
  }

  private static String quoted(String text) {
    var line = new StringBuilder(Math.min(text.length(), QUOTED + 1));
    var isSpace = true;
    for (var i = 0; i < text.length() && line.length() <= QUOTED; i++) {
      var c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        line.append(c);
      } else if (!isSpace) {
        line.append(' ');
      }
      isSpace = Character.isWhitespace(c);
    }
    return line.length() <= QUOTED
        ? line.toString().stripTrailing()
        : line.substring(0, QUOTED) + "…";
  }
}
