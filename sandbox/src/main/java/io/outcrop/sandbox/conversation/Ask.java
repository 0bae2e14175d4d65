package io.outcrop.sandbox.conversation;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a model is asked: the body of an Anthropic Messages request without what belongs to one
/// door alone (`model`, `stream`, `anthropic_version`, `anthropic_beta`).
///
/// @param body the request; valid for the model when a voice sees it
/// @param betas the beta flags that came with it
public record Ask(Json.Obj body, List<String> betas) {
  public Ask {
    betas = List.copyOf(betas);
  }

  /// How a tool has to be used.
  public enum Choice {
    /// As the model likes.
    AUTO,
    /// Some tool.
    ANY,
    /// One tool by its name.
    TOOL,
    /// None.
    NONE
  }

  /// How many tokens the answer may have.
  public long maxTokens() {
    return whole(body, "max_tokens");
  }

  /// The system prompt's text; empty if there is none.
  public String system() {
    return body.get("system").map(Ask::text).orElse("");
  }

  /// The turns.
  public List<Json.Obj> messages() {
    return objects(body.list("messages"));
  }

  /// The last thing the user said in words; empty if that was no text.
  public String lastUserText() {
    var last = "";
    for (var message : messages()) {
      if (message.text("role").filter("user"::equals).isPresent()) {
        last = message.get("content").map(Ask::text).orElse("");
      }
    }
    return last;
  }

  /// The blocks of the last turn; none if it is a plain string.
  public List<Json.Obj> lastBlocks() {
    var messages = messages();
    return messages.isEmpty() ? List.of() : objects(messages.getLast().list("content"));
  }

  /// Texts that end the answer.
  public List<String> stopSequences() {
    return texts(body.list("stop_sequences"));
  }

  /// The tools that the caller has.
  public List<Json.Obj> tools() {
    return objects(body.list("tools"));
  }

  /// How tools have to be used.
  public Choice choice() {
    return switch (body.object("tool_choice").flatMap(choice -> choice.text("type")).orElse("")) {
      case "any" -> Choice.ANY;
      case "tool" -> Choice.TOOL;
      case "none" -> Choice.NONE;
      default -> Choice.AUTO;
    };
  }

  /// The one tool that has to be used; empty if none is named.
  public String chosenTool() {
    return body.object("tool_choice").flatMap(choice -> choice.text("name")).orElse("");
  }

  /// Whether more than one tool may be used at once.
  public boolean isParallel() {
    return body.object("tool_choice")
        .flatMap(choice -> choice.get("disable_parallel_tool_use"))
        .filter(Json.of(true)::equals)
        .isEmpty();
  }

  /// `enabled`, `adaptive`, `disabled`; empty if nothing is said.
  public String thinking() {
    return body.object("thinking").flatMap(thinking -> thinking.text("type")).orElse("");
  }

  /// How many tokens may go into thinking; 0 if nothing is said.
  public long thinkingBudget() {
    return body.object("thinking").map(thinking -> whole(thinking, "budget_tokens")).orElse(0L);
  }

  /// Whether thoughts are shown: `summarized`, `omitted`; empty if nothing is said.
  public String thinkingDisplay() {
    return body.object("thinking").flatMap(thinking -> thinking.text("display")).orElse("");
  }

  /// The schema that the answer has to follow, if there is one.
  public Optional<Json.Obj> answerSchema() {
    return body.object("output_config")
        .flatMap(config -> config.object("format"))
        .flatMap(format -> format.object("schema"));
  }

  /// The text in a string or in text blocks; other blocks say nothing.
  public static String text(Json content) {
    return switch (content) {
      case Json.Str text -> text.text();
      case Json.Arr blocks -> {
        var joined = new StringBuilder();
        for (var block : objects(blocks.elements())) {
          joined.append(block.text("text").orElse(""));
        }
        yield joined.toString();
      }
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> "";
    };
  }

  /// The objects among `values`.
  public static List<Json.Obj> objects(List<Json> values) {
    var objects = new ArrayList<Json.Obj>(values.size());
    for (var value : values) {
      if (value instanceof Json.Obj object) {
        objects.add(object);
      }
    }
    return Collections.unmodifiableList(objects);
  }

  /// The strings among `values`.
  public static List<String> texts(List<Json> values) {
    var texts = new ArrayList<String>(values.size());
    for (var value : values) {
      if (value instanceof Json.Str(String text, _)) {
        texts.add(text);
      }
    }
    return Collections.unmodifiableList(texts);
  }

  private static long whole(Json.Obj object, String name) {
    return object.get(name).orElse(Json.ofNull()) instanceof Json.Num(BigDecimal value, _)
        ? value.longValue()
        : 0;
  }
}
