package io.outcrop.access.body;

import io.outcrop.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How many tokens one call can use at most.
///
/// @param input of what is sent
/// @param caches whether some of it is written into the prompt cache, which costs more
/// @param output of the answer, thinking included
public record MostTokens(long input, boolean caches, long output) {
  /// No token is shorter than a byte, and what the service writes around a prompt is shorter than
  /// the JSON around it; tools alone bring a text of their own. Source: Anthropic, "Tool use", read
  /// 2026-11: 313 to 735 tokens.
  private static final long AROUND_TOOLS = 1_000;

  private static final Set<String> COUNTED_OTHERWISE =
      Set.of("image", "document", "video", "file", "container", "mcp_servers", "search_result");

  /// The bound of `body`; none where its length says nothing, or where it leaves the answer open.
  public static Optional<MostTokens> of(Json.Obj body) {
    var output = output(body);
    if (output.isEmpty() || mentions(body, COUNTED_OTHERWISE)) {
      return Optional.empty();
    }
    var tools = mentions(body, Set.of("tools", "toolConfig")) ? AROUND_TOOLS : 0;
    return Optional.of(
        new MostTokens(
            bytes(body) + tools,
            mentions(body, Set.of("cache_control", "cachePoint")),
            output.get()));
  }

  /// The most tokens that `body` wants back; none where it leaves that open.
  public static Optional<Long> output(Json.Obj body) {
    return List.of("max_tokens", "max_tokens_to_sample").stream()
        .flatMap(name -> number(body, name).stream())
        .findFirst()
        .or(() -> body.object("inferenceConfig").flatMap(config -> number(config, "maxTokens")));
  }

  private static Optional<Long> number(Json.Obj object, String name) {
    return object.get(name).orElse(Json.ofNull()) instanceof Json.Num(var value, _)
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  private static long bytes(Json.Obj body) {
    return body.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /// Whether some member is named so, or some `type` says so.
  private static boolean mentions(Json json, Set<String> words) {
    return switch (json) {
      case Json.Obj object ->
          object.text("type").filter(words::contains).isPresent()
              || object.members().entrySet().stream()
                  .anyMatch(member ->
                      words.contains(member.getKey())
                          || mentions(member.getValue().value(), words));
      case Json.Arr array -> array.elements().stream().anyMatch(one -> mentions(one, words));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }
}
