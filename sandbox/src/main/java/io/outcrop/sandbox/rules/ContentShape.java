package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of turns and of their blocks.
final class ContentShape implements Rule {
  private static final String CACHE = "cache_control";
  private static final Shape TEXT =
      Shape.none()
          .needs("type", Shape.Kind.STRING)
          .needs("text", Shape.Kind.STRING)
          .takes("citations", Shape.Kind.ANY)
          .takes(CACHE, Shape.Kind.OBJECT);
  private static final Shape TURN =
      Shape.none().needs("role", Shape.Kind.STRING).needs("content", Shape.Kind.STRING_OR_LIST);
  private static final Map<String, Shape> BLOCKS =
      Map.of(
          "text",
          TEXT,
          "image",
          block().needs("source", Shape.Kind.OBJECT).takes(CACHE, Shape.Kind.OBJECT),
          "document",
          block()
              .needs("source", Shape.Kind.OBJECT)
              .takes("title", Shape.Kind.STRING)
              .takes("context", Shape.Kind.STRING)
              .takes("citations", Shape.Kind.OBJECT)
              .takes(CACHE, Shape.Kind.OBJECT),
          "search_result",
          block()
              .needs("source", Shape.Kind.STRING)
              .needs("title", Shape.Kind.STRING)
              .needs("content", Shape.Kind.LIST)
              .takes("citations", Shape.Kind.OBJECT)
              .takes(CACHE, Shape.Kind.OBJECT),
          "tool_use",
          block()
              .needs("id", Shape.Kind.STRING)
              .needs("name", Shape.Kind.STRING)
              .needs("input", Shape.Kind.OBJECT)
              .takes("caller", Shape.Kind.OBJECT)
              .takes(CACHE, Shape.Kind.OBJECT),
          "tool_result",
          block()
              .needs("tool_use_id", Shape.Kind.STRING)
              .takes("content", Shape.Kind.STRING_OR_LIST)
              .takes("is_error", Shape.Kind.BOOLEAN)
              .takes(CACHE, Shape.Kind.OBJECT),
          "thinking",
          block().needs("thinking", Shape.Kind.STRING).needs("signature", Shape.Kind.STRING),
          "redacted_thinking",
          block().needs("data", Shape.Kind.STRING));

  /// Blocks of tools that run on Anthropic's side; their insides are not ours.
  private static final Set<String> SERVER_BLOCKS =
      Set.of("server_tool_use", "web_search_tool_result");

  private static final String EXPECTED =
      "'document', 'image', 'redacted_thinking', 'search_result', 'server_tool_use', 'text',"
          + " 'thinking', 'tool_result', 'tool_use', 'web_search_tool_result'";

  private static Shape block() {
    return Shape.none().needs("type", Shape.Kind.STRING);
  }

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var turns = request.body().list("messages");
    for (var i = 0; i < turns.size(); i++) {
      if (!(turns.get(i) instanceof Json.Obj turn)) {
        return Refusal.because(Sentence.DICTIONARY, "messages." + i);
      }
      var path = "messages." + i + ".";
      var problem =
          TURN.problem(path, turn).or(() -> blocks(path + "content.", turn.list("content")));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return system(request.body().list("system"));
  }

  private static Optional<Refusal> system(List<Json> system) {
    for (var i = 0; i < system.size(); i++) {
      var path = "system." + i;
      if (!(system.get(i) instanceof Json.Obj block)) {
        return Refusal.because(Sentence.DICTIONARY, path);
      }
      var type = MessagesRequest.type(block);
      if (!type.equals("text")) {
        return type.isEmpty()
            ? Refusal.because(Sentence.REQUIRED, path + ".type")
            : Refusal.because(Sentence.ONE_OF, path + ".type", "'text'");
      }
      var problem = TEXT.problem(path + ".", block);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> blocks(String path, List<Json> blocks) {
    for (var i = 0; i < blocks.size(); i++) {
      var problem = block(path + i, blocks.get(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> block(String path, Json value) {
    if (!(value instanceof Json.Obj block)) {
      return Refusal.because(Sentence.DICTIONARY, path);
    }
    var type = MessagesRequest.type(block);
    if (type.isEmpty()) {
      return Refusal.because(Sentence.REQUIRED, path + ".type");
    }
    if (SERVER_BLOCKS.contains(type)) {
      return Optional.empty();
    }
    var shape = BLOCKS.get(type);
    if (shape == null) {
      return Refusal.because(Sentence.TAG, path, type, EXPECTED);
    }
    return shape
        .problem(path + "." + type + ".", block)
        .or(() -> blocks(path + "." + type + ".content.", block.list("content")));
  }
}
