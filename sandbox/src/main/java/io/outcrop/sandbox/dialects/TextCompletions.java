package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.traits.Traits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Anthropic's Text Completions in the body of InvokeModel, for Claude 2 and Instant. Source:
/// Amazon Bedrock User Guide, "Anthropic Claude Text Completions API".
///
/// @param judgement who says what is wrong
public record TextCompletions(Judgement judgement) implements Dialect {
  private static final String HUMAN = "\n\nHuman:";
  private static final String ASSISTANT = "\n\nAssistant:";
  private static final BigDecimal MAX_TOKENS = BigDecimal.valueOf(1_000_000);

  @Override
  public Reading read(Call call, Traits traits) {
    return Bodies.object(call.body())
        .map(body -> read(body, traits))
        .orElseGet(() -> judgement.invalid(Refusal.of(Sentence.MALFORMED)));
  }

  private Reading read(Json.Obj body, Traits traits) {
    for (var required : List.of("prompt", "max_tokens_to_sample")) {
      if (body.get(required).isEmpty()) {
        return judgement.invalid(Refusal.of(Sentence.MISSING_KEY, required));
      }
    }
    var prompt = body.text("prompt").orElse("");
    if (!prompt.startsWith(HUMAN)) {
      return judgement.invalid(Refusal.of(Sentence.PROMPT_HUMAN));
    }
    if (!prompt.contains(ASSISTANT)) {
      return judgement.invalid(Refusal.of(Sentence.PROMPT_ASSISTANT));
    }
    if (!(body.get("max_tokens_to_sample").orElseThrow() instanceof Json.Num(var wanted, _))
        || wanted.signum() <= 0
        || wanted.compareTo(MAX_TOKENS) > 0) {
      return judgement.invalid(Refusal.of(Sentence.TO_SAMPLE));
    }
    return judgement.of(ask(body, prompt), traits);
  }

  private static Ask ask(Json.Obj body, String prompt) {
    var said = prompt.substring(prompt.lastIndexOf(HUMAN) + HUMAN.length());
    var end = said.indexOf(ASSISTANT);
    var turn =
        Fields.of("role", "user").with("content", end < 0 ? said : said.substring(0, end)).json();
    var asked =
        Fields.none()
            .with("max_tokens", body.get("max_tokens_to_sample").orElseThrow())
            .with("messages", Json.array(List.of(turn)));
    for (var name : List.of("temperature", "top_p", "top_k", "stop_sequences")) {
      body.get(name).ifPresent(value -> asked.with(name, value));
    }
    return new Ask(asked.json(), List.of());
  }

  @Override
  public Reply whole(Speaker speaker, Completion completion) {
    return new Reply.Payload(
        "application/json",
        JsonWriter.compact(last(" " + completion.text(), completion.ending()).json()),
        speaker.headers(completion.usage()));
  }

  private static Fields last(String text, Ending ending) {
    var isCut = ending.word().equals("max_tokens");
    var stop = ending.stopSequence().isEmpty() ? HUMAN : ending.stopSequence();
    return said(text)
        .with("stop_reason", isCut ? "max_tokens" : "stop_sequence")
        .with("stop", isCut ? Json.ofNull() : Json.of(stop));
  }

  private static Fields said(String text) {
    return Fields.of("type", "completion").with("completion", text);
  }

  @Override
  public Teller teller(Speaker speaker) {
    return piece ->
        switch (piece) {
          case Piece.BlockBegun _ -> List.of(speaker.chunk(more(" ")));
          case Piece.TextMore(_, String text) -> List.of(speaker.chunk(more(text)));
          case Piece.Ended(Ending ending, Usage usage) ->
              List.of(
                  speaker.chunk(
                      last("", ending)
                          .with("amazon-bedrock-invocationMetrics", speaker.metrics(usage))
                          .json()));
          case Piece.Failed(_, String message) -> List.of(Interruptions.event(message));
          case Piece.Begun _,
              Piece.ThinkingMore _,
              Piece.Signed _,
              Piece.InputMore _,
              Piece.BlockEnded _,
              Piece.Ping _,
              Piece.Other _ ->
              List.of();
        };
  }

  private static Json.Obj more(String text) {
    return said(text).with("stop_reason", Json.ofNull()).with("stop", Json.ofNull()).json();
  }

  @Override
  public Map<String, String> streamHeaders() {
    return Map.of("x-amzn-bedrock-content-type", "application/json");
  }
}
