package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.standin.Completion;
import io.outcrop.sandbox.standin.Prompt;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;

/// Converse and ConverseStream, whose bodies are modelled. Source: Amazon Bedrock API Reference,
/// "Converse", "ConverseStream"; error texts as seen by others.
final class Converse implements Dialect {
  private static final long USUAL_MAX_TOKENS = 4096;

  @Override
  public Reading read(Visit visit) {
    var input = visit.call().input();
    var messages = input.list("messages");
    var before = "";
    for (var message : messages) {
      var role = message instanceof Json.Obj object ? object.text("role").orElse("") : "";
      if (role.equals(before)) {
        return new Reading.Invalid(
            "A conversation must alternate between user and assistant roles. Make sure the"
                + " conversation alternates between user and assistant roles and try again.");
      }
      before = role;
    }
    if (messages.isEmpty()
        || !(messages.getFirst() instanceof Json.Obj first)
        || first.text("role").filter("user"::equals).isEmpty()) {
      return new Reading.Invalid(
          "A conversation must start with a user message. Try again with a conversation that"
              + " starts with a user message.");
    }
    return new Reading.Asked(prompt(input));
  }

  private static Prompt prompt(Json.Obj input) {
    var system = input.get("system").map(MessagesBody::text).orElse("");
    var all = new StringBuilder(system);
    var last = "";
    for (var message : input.list("messages")) {
      if (message instanceof Json.Obj object) {
        var text = object.get("content").map(MessagesBody::text).orElse("");
        all.append(text);
        last = object.text("role").filter("user"::equals).isPresent() ? text : last;
      }
    }
    var config = input.object("inferenceConfig").orElseGet(Json::object);
    var maxTokens = config.get("maxTokens").map(MessagesBody::whole).orElse(USUAL_MAX_TOKENS);
    var stops =
        config.list("stopSequences").stream().flatMap(stop -> stop.asText().stream()).toList();
    return new Prompt(system, last, all.toString(), maxTokens, stops);
  }

  @Override
  public Reply whole(Visit visit, Speaker speaker, Completion completion) {
    var text = Json.object().with("text", Json.of(completion.text()));
    return new Reply.Output(
        Json.object()
            .with(
                "output",
                Json.object()
                    .with(
                        "message",
                        Json.object()
                            .with("role", Json.of("assistant"))
                            .with("content", Json.array(List.of(text)))))
            .with("stopReason", Json.of(completion.end().word()))
            .with("usage", usage(completion))
            .with("metrics", metrics(speaker, completion)));
  }

  private static Json.Obj usage(Completion completion) {
    return Json.object()
        .with("inputTokens", Json.of(completion.inputTokens()))
        .with("outputTokens", Json.of(completion.outputTokens()))
        .with("totalTokens", Json.of(completion.inputTokens() + completion.outputTokens()));
  }

  private static Json.Obj metrics(Speaker speaker, Completion completion) {
    return Json.object()
        .with("latencyMs", Json.of(speaker.latencyMillis(Speaker.deltas(completion).size())));
  }

  @Override
  public List<Reply.Event> events(Visit visit, Speaker speaker, Completion completion) {
    var events = new ArrayList<Reply.Event>();
    events.add(event(speaker, "messageStart", Json.object().with("role", Json.of("assistant"))));
    for (var delta : Speaker.deltas(completion)) {
      events.add(
          event(
              speaker,
              "contentBlockDelta",
              Json.object()
                  .with("contentBlockIndex", Json.of(0))
                  .with("delta", Json.object().with("text", Json.of(delta)))));
    }
    events.add(
        event(speaker, "contentBlockStop", Json.object().with("contentBlockIndex", Json.of(0))));
    events.add(
        event(
            speaker,
            "messageStop",
            Json.object().with("stopReason", Json.of(completion.end().word()))));
    events.add(
        event(
            speaker,
            "metadata",
            Json.object()
                .with("usage", usage(completion))
                .with("metrics", metrics(speaker, completion))));
    return events;
  }

  private static Reply.Event event(Speaker speaker, String type, Json.Obj payload) {
    return new Reply.Event(
        false, type, payload.with("p", Json.of(speaker.padding(payload.toString()))));
  }
}
