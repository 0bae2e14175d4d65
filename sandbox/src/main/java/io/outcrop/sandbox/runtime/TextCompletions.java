package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.standin.Completion;
import io.outcrop.sandbox.standin.Prompt;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;

/// Anthropic's Text Completions in the body of InvokeModel, for Claude 2 and Instant. Source:
/// Amazon Bedrock User Guide, "Anthropic Claude Text Completions API".
final class TextCompletions implements Dialect {
  private static final String HUMAN = "\n\nHuman:";
  private static final String ASSISTANT = "\n\nAssistant:";
  private static final long MAX_TOKENS = 1_000_000;

  @Override
  public Reading read(Visit visit) {
    return switch (JsonReader.read(visit.call().body())) {
      case JsonReading.Read(Json.Obj body) -> read(body);
      case JsonReading.Read _, JsonReading.Malformed _ ->
          new Reading.Invalid("Malformed input request, please reformat your input and try again.");
    };
  }

  private static Reading read(Json.Obj body) {
    for (var required : List.of("prompt", "max_tokens_to_sample")) {
      if (body.get(required).isEmpty()) {
        return new Reading.Invalid(
            "Malformed input request: #: required key ["
                + required
                + "] not found, please reformat your"
                + " input and try again.");
      }
    }
    var prompt = body.text("prompt").orElse("");
    if (!prompt.startsWith(HUMAN)) {
      return new Reading.Invalid("prompt must start with \"\n\nHuman:\" turn");
    }
    if (!prompt.contains(ASSISTANT)) {
      return new Reading.Invalid("prompt must end with \"\n\nAssistant:\" turn");
    }
    var maxTokens = MessagesBody.whole(body.get("max_tokens_to_sample").orElseThrow());
    if (maxTokens < 1 || maxTokens > MAX_TOKENS) {
      return new Reading.Invalid("max_tokens_to_sample: range: 1..1,000,000");
    }
    var human = prompt.substring(prompt.lastIndexOf(HUMAN) + HUMAN.length());
    var end = human.indexOf(ASSISTANT);
    var stops =
        body.list("stop_sequences").stream().flatMap(stop -> stop.asText().stream()).toList();
    return new Reading.Asked(
        new Prompt("", end < 0 ? human : human.substring(0, end), prompt, maxTokens, stops));
  }

  @Override
  public Reply whole(Visit visit, Speaker speaker, Completion completion) {
    return new Reply.Payload(
        "application/json",
        JsonWriter.compact(last(" " + completion.text(), completion)),
        speaker.headers(completion, Speaker.deltas(completion).size()));
  }

  private static Json.Obj last(String text, Completion completion) {
    var isCut = completion.end() == Completion.End.MAX_TOKENS;
    var stop = completion.stopSequence().isEmpty() ? HUMAN : completion.stopSequence();
    return Json.object()
        .with("type", Json.of("completion"))
        .with("completion", Json.of(text))
        .with("stop_reason", Json.of(isCut ? "max_tokens" : "stop_sequence"))
        .with("stop", isCut ? Json.ofNull() : Json.of(stop));
  }

  @Override
  public List<Reply.Event> events(Visit visit, Speaker speaker, Completion completion) {
    var events = new ArrayList<Json.Obj>();
    var before = " ";
    for (var delta : Speaker.deltas(completion)) {
      events.add(
          Json.object()
              .with("type", Json.of("completion"))
              .with("completion", Json.of(before + delta))
              .with("stop_reason", Json.ofNull())
              .with("stop", Json.ofNull()));
      before = "";
    }
    events.add(
        last("", completion)
            .with("amazon-bedrock-invocationMetrics", speaker.metrics(completion, events.size())));
    return events.stream().map(speaker::chunk).toList();
  }
}
