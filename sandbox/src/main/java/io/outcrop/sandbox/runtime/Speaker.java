package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.standin.Completion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The parts of an answer that every dialect has: the model's short name, the message's id, counts,
/// padding.
///
/// @param model in whose place the stand-in speaks
/// @param requestId the call it answers
/// @param pace how long it waits between two events
record Speaker(Model model, String requestId, Duration pace) {
  private static final String PADDING =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int TOKENS_A_DELTA = 3;

  /// `claude-3-5-sonnet-20241022`: the id without provider and version.
  String shortName() {
    return model.id().replaceFirst("^anthropic\\.", "").replaceFirst("-v[0-9]+(:[0-9]+)?$", "");
  }

  /// `msg_bdrk_…`.
  String messageId() {
    return "msg_bdrk_" + UniqueId.of("01", requestId).toLowerCase(Locale.ROOT);
  }

  /// The text in the pieces in which a stream brings it.
  static List<String> deltas(Completion completion) {
    var deltas = new ArrayList<String>();
    var pieces = completion.pieces();
    for (var i = 0; i < pieces.size(); i += TOKENS_A_DELTA) {
      deltas.add(String.join("", pieces.subList(i, Math.min(pieces.size(), i + TOKENS_A_DELTA))));
    }
    return deltas;
  }

  /// How long the answer takes, as its pace makes it.
  long latencyMillis(int events) {
    return Math.max(1, pace.toMillis() * events);
  }

  /// One event of InvokeModelWithResponseStream: Anthropic's own event in base64, and padding
  /// against those who listen to lengths.
  Reply.Event chunk(Json.Obj event) {
    var json = JsonWriter.compact(event);
    var bytes = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return new Reply.Event(
        false,
        "chunk",
        Json.object().with("bytes", Json.of(bytes)).with("p", Json.of(padding(json))));
  }

  /// Padding whose length follows from the text that it hides.
  String padding(String text) {
    return PADDING.substring(0, 1 + Math.floorMod((requestId + text).hashCode(), PADDING.length()));
  }

  /// The headers that go with InvokeModel's answers.
  Map<String, String> headers(Completion completion, int events) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-bedrock-invocation-latency", Long.toString(latencyMillis(events)));
    headers.put("x-amzn-bedrock-input-token-count", Long.toString(completion.inputTokens()));
    headers.put("x-amzn-bedrock-output-token-count", Long.toString(completion.outputTokens()));
    headers.put("x-amzn-bedrock-cache-read-input-token-count", "0");
    headers.put("x-amzn-bedrock-cache-write-input-token-count", "0");
    return headers;
  }

  /// What the last event of a stream says of the call.
  Json.Obj metrics(Completion completion, int events) {
    return Json.object()
        .with("inputTokenCount", Json.of(completion.inputTokens()))
        .with("outputTokenCount", Json.of(completion.outputTokens()))
        .with("invocationLatency", Json.of(latencyMillis(events)))
        .with("firstByteLatency", Json.of(latencyMillis(1)));
  }
}
