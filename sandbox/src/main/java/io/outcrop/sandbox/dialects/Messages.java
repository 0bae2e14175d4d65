package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.traits.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Anthropic's Messages in the body of InvokeModel. Source: Amazon Bedrock User Guide, "Anthropic
/// Claude Messages API", read 2026-10.
///
/// @param judgement who says what is wrong
public record Messages(Judgement judgement) implements Dialect {
  private static final String OLD = "bedrock-2023-05-31";
  private static final String NEW = "2026-10-21";

  @Override
  public Reading read(Call call, Traits traits) {
    var input = call.input();
    return Offered.refusal(
            input.text("serviceTier"), input.text("performanceConfigLatency"), traits)
        .map(judgement::invalid)
        .orElseGet(() -> read(call.body(), traits));
  }

  /// Reads a body that did not come as a call's own: CountTokens brings one inside.
  public Reading read(String text, Traits traits) {
    var body = Bodies.object(text);
    return body.isEmpty()
        ? judgement.invalid(Refusal.of(Sentence.MALFORMED))
        : read(body.get(), traits);
  }

  private Reading read(Json.Obj body, Traits traits) {
    for (var name : List.of("model", "stream")) {
      if (body.get(name).isPresent()) {
        return judgement.invalid(Refusal.of(Sentence.EXTRA, name));
      }
    }
    var version = body.text("anthropic_version").orElse("");
    if (body.get("anthropic_version").isEmpty()) {
      return judgement.invalid(Refusal.of(Sentence.REQUIRED, "anthropic_version"));
    }
    var takesNew = traits.can(Traits.Ability.API_2026_10_21);
    if (!version.equals(OLD) && !(takesNew && version.equals(NEW))) {
      var expected = takesNew ? "'" + OLD + "' or '" + NEW + "'" : "'" + OLD + "'";
      return judgement.invalid(Refusal.of(Sentence.VERSION, expected));
    }
    var betas = body.get("anthropic_beta");
    if (betas.isPresent() && !(betas.get() instanceof Json.Arr)) {
      return judgement.invalid(Refusal.of(Sentence.LIST, "anthropic_beta"));
    }
    return judgement.of(Bodies.ask(body, Ask.texts(body.list("anthropic_beta"))), traits);
  }

  @Override
  public Reply whole(Speaker speaker, Completion completion) {
    return new Reply.Payload(
        "application/json",
        JsonWriter.compact(AnthropicSpelling.message(speaker, completion).json()),
        speaker.headers(completion.usage()));
  }

  @Override
  public Teller teller(Speaker speaker) {
    return piece -> {
      if (piece instanceof Piece.Failed(_, String message)) {
        return List.of(Interruptions.event(message));
      }
      var events = new ArrayList<Reply.Event>();
      for (var event : AnthropicSpelling.events(speaker, piece)) {
        var isLast = event.text("type").filter("message_stop"::equals).isPresent();
        events.add(
            speaker.chunk(
                isLast && piece instanceof Piece.Ended(_, var usage)
                    ? event.with("amazon-bedrock-invocationMetrics", speaker.metrics(usage))
                    : event));
      }
      return events;
    };
  }

  @Override
  public Map<String, String> streamHeaders() {
    return Map.of("x-amzn-bedrock-content-type", "application/json");
  }
}
