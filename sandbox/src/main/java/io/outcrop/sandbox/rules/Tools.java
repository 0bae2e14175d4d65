package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.traits.Traits;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The tools that a request brings, and how they have to be used.
final class Tools implements Rule {
  private static final String NAME = "^[a-zA-Z0-9_-]{1,128}$";
  private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
  private static final Set<String> CHOICES = Set.of("auto", "any", "tool", "none");
  private static final Shape CUSTOM =
      Shape.none()
          .takes("type", Shape.Kind.STRING)
          .needs("name", Shape.Kind.STRING)
          .needs("input_schema", Shape.Kind.OBJECT)
          .takes("description", Shape.Kind.STRING)
          .takes("cache_control", Shape.Kind.OBJECT);

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var tools = request.body().list("tools");
    if (!tools.isEmpty() && !request.traits().can(Traits.Ability.TOOLS)) {
      return Refusal.because(Sentence.TOOLS_UNSUPPORTED);
    }
    var names = new HashSet<String>();
    for (var i = 0; i < tools.size(); i++) {
      if (!(tools.get(i) instanceof Json.Obj tool)) {
        return Refusal.because(Sentence.DICTIONARY, "tools." + i);
      }
      var problem = tool(request, i, tool);
      if (problem.isPresent()) {
        return problem;
      }
      if (!names.add(tool.text("name").orElse(""))) {
        return Refusal.because(Sentence.TOOL_NAMES_UNIQUE);
      }
    }
    return choice(request, names);
  }

  /// Tools that Anthropic defines have a type of their own and no schema.
  private static Optional<Refusal> tool(MessagesRequest request, int index, Json.Obj tool) {
    var type = tool.text("type").orElse("custom");
    if (!type.equals("custom")) {
      return tool.get("name").isPresent()
          ? Optional.empty()
          : Refusal.because(Sentence.REQUIRED, "tools." + index + "." + type + ".name");
    }
    var path = "tools." + index + ".custom.";
    var shape =
        request.traits().can(Traits.Ability.STRICT_TOOLS)
            ? CUSTOM.takes("strict", Shape.Kind.BOOLEAN)
            : CUSTOM;
    return withBetas(request, shape)
        .problem(path, tool)
        .or(() -> name(path, tool.text("name").orElse("")))
        .or(() -> schema(index, tool.object("input_schema").orElseThrow()));
  }

  private static Shape withBetas(MessagesRequest request, Shape shape) {
    var betas = request.ask().betas();
    var known = shape;
    if (betas.contains("fine-grained-tool-streaming-2025-05-14")) {
      known = known.takes("eager_input_streaming", Shape.Kind.BOOLEAN);
    }
    if (betas.contains("tool-search-tool-2025-10-19")) {
      known = known.takes("defer_loading", Shape.Kind.BOOLEAN);
    }
    return betas.contains("tool-examples-2025-10-29")
        ? known.takes("input_examples", Shape.Kind.LIST)
        : known;
  }

  private static Optional<Refusal> name(String path, String name) {
    return Refusal.unless(
        NAME_PATTERN.matcher(name).matches(), Sentence.PATTERN, path + "name", NAME);
  }

  private static Optional<Refusal> schema(int index, Json.Obj schema) {
    return schema.get("type").isEmpty()
        ? Refusal.because(Sentence.REQUIRED, "tools." + index + ".custom.input_schema.type")
        : Refusal.unless(
            schema.text("type").filter("object"::equals).isPresent(),
            Sentence.TOOL_SCHEMA_TYPE,
            index);
  }

  private static Optional<Refusal> choice(MessagesRequest request, Set<String> names) {
    var choice = request.body().object("tool_choice");
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    var type = choice.get().text("type").orElse("");
    if (!CHOICES.contains(type)) {
      return type.isEmpty()
          ? Refusal.because(Sentence.TAG_MISSING, "tool_choice")
          : Refusal.because(Sentence.TAG, "tool_choice", type, "'any', 'auto', 'none', 'tool'");
    }
    if (names.isEmpty()) {
      return Refusal.because(Sentence.TOOL_CHOICE_WITHOUT_TOOLS);
    }
    return forced(request, choice.get(), names);
  }

  private static Optional<Refusal> forced(
      MessagesRequest request, Json.Obj choice, Set<String> names) {
    var kind = request.ask().choice();
    if (kind != Ask.Choice.ANY && kind != Ask.Choice.TOOL) {
      return Optional.empty();
    }
    if (!request.traits().can(Traits.Ability.FORCED_TOOLS)) {
      return Refusal.because(Sentence.TOOL_FORCED);
    }
    if (kind == Ask.Choice.ANY) {
      return Optional.empty();
    }
    var name = choice.text("name").orElse("");
    return choice.get("name").isEmpty()
        ? Refusal.because(Sentence.REQUIRED, "tool_choice.tool.name")
        : Refusal.unless(names.contains(name), Sentence.TOOL_NOT_FOUND, name);
  }
}
