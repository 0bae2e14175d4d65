package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which tools the stand-in uses: the one that it has to; else those whose name the user's words
/// call to mind (`get_weather` for "what is the weather"). After a tool's result it uses none.
///
/// @param ask what is asked
/// @param seed decides the arguments
record Toolbox(Ask ask, String seed) {
  private static final Pattern WORDS = Pattern.compile("[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])");
  private static final int LEAST_LETTERS = 3;
  private static final List<String> VERBS = List.of("get", "set", "the", "and", "use", "for");

  List<Block.ToolUse> calls() {
    var usable =
        ask.tools().stream().filter(tool -> tool.object("input_schema").isPresent()).toList();
    return switch (ask.choice()) {
      case NONE -> List.of();
      case TOOL ->
          calls(usable.stream().filter(tool -> name(tool).equals(ask.chosenTool())).toList());
      case ANY -> {
        var meant = meant(usable);
        yield calls(meant.isEmpty() && !usable.isEmpty() ? usable.subList(0, 1) : meant);
      }
      case AUTO -> usable.isEmpty() || hasResults() ? List.of() : calls(meant(usable));
    };
  }

  private boolean hasResults() {
    return ask.lastBlocks().stream()
        .anyMatch(block -> block.text("type").filter("tool_result"::equals).isPresent());
  }

  private List<Json.Obj> meant(List<Json.Obj> tools) {
    var said = ask.lastUserText().toLowerCase(Locale.ROOT);
    var meant = tools.stream().filter(tool -> isMeant(name(tool), said)).toList();
    return ask.isParallel() || meant.size() < 2 ? meant : meant.subList(0, 1);
  }

  private static boolean isMeant(String name, String said) {
    for (var word : WORDS.split(name, -1)) {
      var lower = word.toLowerCase(Locale.ROOT);
      if (lower.length() >= LEAST_LETTERS && !VERBS.contains(lower) && said.contains(lower)) {
        return true;
      }
    }
    return false;
  }

  private List<Block.ToolUse> calls(List<Json.Obj> tools) {
    var calls = new ArrayList<Block.ToolUse>();
    for (var tool : tools) {
      var key = seed + ask.messages().size() + name(tool) + ask.lastUserText();
      var schema = tool.object("input_schema").orElseThrow();
      if (new SchemaValue(schema, key).make() instanceof Json.Obj input) {
        calls.add(new Block.ToolUse(Ids.of("toolu_bdrk_01", key), name(tool), input));
      }
    }
    return calls;
  }

  private static String name(Json.Obj tool) {
    return tool.text("name").orElse("");
  }
}
