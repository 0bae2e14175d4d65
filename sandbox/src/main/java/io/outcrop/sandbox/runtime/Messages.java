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

/// Anthropic's Messages in the body of InvokeModel. Source: Amazon Bedrock User Guide, "Anthropic
/// Claude Messages API", read 2026-10; error texts as seen by others.
final class Messages implements Dialect {
  @Override
  public Reading read(Visit visit) {
    return switch (JsonReader.read(visit.call().body())) {
      case JsonReading.Read(Json.Obj body) ->
          MessagesBody.problem(body)
              .<Reading>map(Reading.Invalid::new)
              .orElseGet(() -> new Reading.Asked(prompt(body)));
      case JsonReading.Read _, JsonReading.Malformed _ ->
          new Reading.Invalid("Malformed input request, please reformat your input and try again.");
    };
  }

  private static Prompt prompt(Json.Obj body) {
    var system = body.get("system").map(MessagesBody::text).orElse("");
    var all = new StringBuilder(system);
    var last = "";
    for (var message : body.list("messages")) {
      if (message instanceof Json.Obj object) {
        var text = object.get("content").map(MessagesBody::text).orElse("");
        all.append(text);
        last = object.text("role").filter("user"::equals).isPresent() ? text : last;
      }
    }
    var stops =
        body.list("stop_sequences").stream().flatMap(stop -> stop.asText().stream()).toList();
    var maxTokens = body.get("max_tokens").map(MessagesBody::whole).orElse(0L);
    return new Prompt(system, last, all.toString(), maxTokens, stops);
  }

  @Override
  public Reply whole(Visit visit, Speaker speaker, Completion completion) {
    var message =
        message(speaker)
            .with(
                "content",
                Json.array(
                    List.of(
                        Json.object()
                            .with("type", Json.of("text"))
                            .with("text", Json.of(completion.text())))))
            .with("stop_reason", Json.of(completion.end().word()))
            .with("stop_sequence", stopSequence(completion))
            .with("usage", usage(completion.inputTokens(), completion.outputTokens()));
    return new Reply.Payload(
        "application/json",
        JsonWriter.compact(message),
        speaker.headers(completion, Speaker.deltas(completion).size()));
  }

  private static Json.Obj message(Speaker speaker) {
    return Json.object()
        .with("id", Json.of(speaker.messageId()))
        .with("type", Json.of("message"))
        .with("role", Json.of("assistant"))
        .with("model", Json.of(speaker.shortName()));
  }

  private static Json stopSequence(Completion completion) {
    return completion.stopSequence().isEmpty() ? Json.ofNull() : Json.of(completion.stopSequence());
  }

  private static Json.Obj usage(long input, long output) {
    return Json.object()
        .with("input_tokens", Json.of(input))
        .with("cache_creation_input_tokens", Json.of(0))
        .with("cache_read_input_tokens", Json.of(0))
        .with("output_tokens", Json.of(output));
  }

  @Override
  public List<Reply.Event> events(Visit visit, Speaker speaker, Completion completion) {
    var events = new ArrayList<Json.Obj>();
    events.add(
        event("message_start")
            .with(
                "message",
                message(speaker)
                    .with("content", Json.array(List.of()))
                    .with("stop_reason", Json.ofNull())
                    .with("stop_sequence", Json.ofNull())
                    .with("usage", usage(completion.inputTokens(), 1))));
    events.add(
        event("content_block_start")
            .with("index", Json.of(0))
            .with(
                "content_block",
                Json.object().with("type", Json.of("text")).with("text", Json.of(""))));
    for (var delta : Speaker.deltas(completion)) {
      events.add(
          event("content_block_delta")
              .with("index", Json.of(0))
              .with(
                  "delta",
                  Json.object().with("type", Json.of("text_delta")).with("text", Json.of(delta))));
    }
    events.add(event("content_block_stop").with("index", Json.of(0)));
    events.add(
        event("message_delta")
            .with(
                "delta",
                Json.object()
                    .with("stop_reason", Json.of(completion.end().word()))
                    .with("stop_sequence", stopSequence(completion)))
            .with(
                "usage", Json.object().with("output_tokens", Json.of(completion.outputTokens()))));
    events.add(
        event("message_stop")
            .with("amazon-bedrock-invocationMetrics", speaker.metrics(completion, events.size())));
    return events.stream().map(speaker::chunk).toList();
  }

  private static Json.Obj event(String type) {
    return Json.object().with("type", Json.of(type));
  }
}
