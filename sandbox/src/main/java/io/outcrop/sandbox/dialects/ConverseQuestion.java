package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.traits.Traits;
import java.util.ArrayList;
import java.util.List;

/// A Converse call as a question in Anthropic's Messages. Source: Amazon Bedrock API Reference,
/// "Converse".
///
/// @param input the call's members
/// @param traits the model that is asked
record ConverseQuestion(Json.Obj input, Traits traits) {
  Ask ask() {
    var body = Fields.none();
    limits(body);
    var messages = new ArrayList<Json>();
    for (var message : Ask.objects(input.list("messages"))) {
      messages.add(
          Fields.of("role", message.text("role").orElse(""))
              .with("content", Json.array(ConverseBlocks.of(message.list("content"))))
              .json());
    }
    body.with("messages", Json.array(messages));
    var system = ConverseBlocks.of(input.list("system"));
    if (!system.isEmpty()) {
      body.with("system", Json.array(system));
    }
    input.object("toolConfig").ifPresent(config -> tools(config, body));
    input.object("outputConfig").ifPresent(config -> output(config, body));
    return withMore(body.json());
  }

  private void limits(Fields body) {
    var config = input.object("inferenceConfig").orElseGet(Json::object);
    body.with(
        "max_tokens", config.get("maxTokens").orElse(Json.of(traits.limits().maxOutputTokens())));
    config.get("temperature").ifPresent(value -> body.with("temperature", value));
    config.get("topP").ifPresent(value -> body.with("top_p", value));
    config.get("stopSequences").ifPresent(value -> body.with("stop_sequences", value));
  }

  private static void tools(Json.Obj config, Fields body) {
    var tools = new ArrayList<Json.Obj>();
    for (var tool : Ask.objects(config.list("tools"))) {
      if (tool.get("cachePoint").isPresent() && !tools.isEmpty()) {
        tools.set(tools.size() - 1, ConverseBlocks.marked(tools.getLast(), tool));
      }
      tool.object("toolSpec").ifPresent(spec -> tools.add(tool(spec)));
    }
    body.with("tools", Json.array(tools));
    config.object("toolChoice").ifPresent(choice -> body.with("tool_choice", choice(choice)));
  }

  private static Json.Obj tool(Json.Obj spec) {
    var tool = Fields.of("name", spec.text("name").orElse(""));
    spec.text("description").ifPresent(text -> tool.with("description", text));
    tool.with(
        "input_schema",
        spec.object("inputSchema").flatMap(it -> it.get("json")).orElseGet(Json::object));
    spec.get("strict").ifPresent(value -> tool.with("strict", value));
    return tool.json();
  }

  private static Json choice(Json.Obj choice) {
    if (choice.get("any").isPresent()) {
      return Fields.of("type", "any").json();
    }
    var tool = choice.object("tool");
    return tool.isPresent()
        ? Fields.of("type", "tool").with("name", tool.get().text("name").orElse("")).json()
        : Fields.of("type", "auto").json();
  }

  private static void output(Json.Obj config, Fields body) {
    var output = Fields.none();
    config.text("effort").ifPresent(effort -> output.with("effort", effort));
    config
        .object("textFormat")
        .flatMap(format -> format.object("structure"))
        .flatMap(structure -> structure.object("jsonSchema"))
        .flatMap(definition -> definition.text("schema"))
        .flatMap(Bodies::object)
        .ifPresent(schema ->
            output.with("format", Fields.of("type", "json_schema").with("schema", schema).json()));
    body.with("output_config", output.json());
  }

  /// The body with the fields that Converse hands on as they are.
  private Ask withMore(Json.Obj body) {
    var more = input.object("additionalModelRequestFields").orElseGet(Json::object);
    var asked = body;
    List<String> betas = List.of();
    for (var member : more.members().entrySet()) {
      if (member.getKey().equals("anthropic_beta")) {
        betas = Ask.texts(more.list("anthropic_beta"));
      } else {
        asked = asked.with(member.getKey(), member.getValue().value());
      }
    }
    return new Ask(asked, betas);
  }
}
