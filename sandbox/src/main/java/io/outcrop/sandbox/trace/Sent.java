package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.standin.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What was sent of a stream, as the model said it: Anthropic's events out of their chunks,
/// Converse's by their names.
///
/// @param events the model's events, without padding
public record Sent(List<Json.Obj> events) {
  public Sent {
    events = List.copyOf(events);
  }

  /// What `events` of a reply say.
  public static Sent of(List<Reply.Event> events) {
    return new Sent(
        events.stream()
            .filter(event -> !event.exception())
            .flatMap(event -> read(event).stream())
            .toList());
  }

  /// All of it as one value, as the invocation log keeps streams.
  public Json.Arr json() {
    return Json.array(events);
  }

  /// How many tokens were sent.
  public long outputTokens() {
    var text = new StringBuilder();
    for (var event : events) {
      delta(event).ifPresent(delta -> text(delta, text));
      event.text("completion").ifPresent(text::append);
    }
    return Tokens.count(text.toString());
  }

  private static Optional<Json.Obj> read(Reply.Event event) {
    var bytes = event.payload().text("bytes");
    if (bytes.isEmpty()) {
      var said = event.payload().without("p");
      return Optional.of(
          said.text("type").filter(event.type()::equals).isPresent()
              ? said
              : Json.object().with(event.type(), said));
    }
    var text = new String(Base64.getDecoder().decode(bytes.get()), StandardCharsets.UTF_8);
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj said)
        ? Optional.of(said)
        : Optional.empty();
  }

  private static Optional<Json.Obj> delta(Json.Obj event) {
    return event
        .object("contentBlockDelta")
        .or(() -> event.text("type").filter("content_block_delta"::equals).map(_ -> event))
        .flatMap(block -> block.object("delta"));
  }

  /// The texts of a delta, whatever it is a delta of. Signatures are no output.
  private static void text(Json.Obj delta, StringBuilder out) {
    delta
        .members()
        .forEach((name, member) -> {
          if (member.value() instanceof Json.Obj inner) {
            text(inner, out);
          } else if (!name.equals("type") && !name.equals("signature")) {
            member.value().asText().ifPresent(out::append);
          }
        });
  }
}
