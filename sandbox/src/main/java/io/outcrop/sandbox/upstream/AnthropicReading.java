package io.outcrop.sandbox.upstream;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Usage;

/// Reads what Anthropic's Messages answer. Source: Anthropic, "Messages", "Streaming messages".
final class AnthropicReading {
  private AnthropicReading() {}

  static Completion completion(Json.Obj message) {
    return new Completion(
        Ask.objects(message.list("content")).stream().map(Block::of).toList(),
        ending(message),
        usage(message.object("usage").orElseGet(Json::object), Usage.of(0, 0)));
  }

  static Ending ending(Json.Obj object) {
    return new Ending(
        object.text("stop_reason").orElse("end_turn"), object.text("stop_sequence").orElse(""));
  }

  /// What `usage` says; where it says nothing, what was known `before`.
  static Usage usage(Json.Obj usage, Usage before) {
    var creation = usage.object("cache_creation").orElseGet(Json::object);
    var written = number(usage, "cache_creation_input_tokens", before.cacheWrite());
    var long1h = number(creation, "ephemeral_1h_input_tokens", before.cacheWrite1h());
    return new Usage(
        number(usage, "input_tokens", before.input()),
        number(usage, "output_tokens", before.output()),
        number(usage, "cache_read_input_tokens", before.cacheRead()),
        Math.max(0, written - long1h),
        long1h);
  }

  private static long number(Json.Obj object, String name, long otherwise) {
    return object.get(name).orElse(Json.ofNull()) instanceof Json.Num number
        ? number.value().longValue()
        : otherwise;
  }
}
