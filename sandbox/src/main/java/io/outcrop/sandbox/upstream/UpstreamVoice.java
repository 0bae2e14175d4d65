package io.outcrop.sandbox.upstream;

import io.outcrop.http.client.Outcome;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One model of an upstream.
///
/// @param upstream where it is
/// @param model its name there
record UpstreamVoice(Upstream upstream, String model) implements Voice {
  private static final int SUCCESS = 200;
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int QUOTED = 300;

  @Override
  public Answer answer(Ask ask, boolean whole) {
    var body = ask.body().with("model", Json.of(model)).with("stream", Json.of(!whole));
    return switch (upstream
        .caller()
        .post(upstream.messages(), headers(ask), JsonWriter.compact(body))) {
      case Outcome.Unreachable(String reason) -> new Answer.Failed(0, reason);
      case Outcome.Answered(int status, InputStream answer) when status != SUCCESS ->
          new Answer.Failed(status, error(text(answer)));
      case Outcome.Answered(_, InputStream answer) ->
          whole ? whole(text(answer)) : new Answer.Streamed(new ServerSentPieces(answer));
    };
  }

  private Map<String, String> headers(Ask ask) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "application/json");
    headers.put("anthropic-version", "2023-06-01");
    var key = upstream.key().reveal();
    if (!key.isEmpty()) {
      headers.put("x-api-key", key);
    }
    if (!ask.betas().isEmpty()) {
      headers.put("anthropic-beta", String.join(",", ask.betas()));
    }
    return headers;
  }

  private static Answer whole(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj message)
        ? new Answer.Whole(AnthropicReading.completion(message))
        : new Answer.Failed(SUCCESS, "the answer is not JSON");
  }

  /// What an error's envelope says, else the beginning of the text.
  private static String error(String text) {
    if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj envelope)) {
      var message = envelope.object("error").flatMap(error -> error.text("message"));
      if (message.isPresent()) {
        return message.get();
      }
    }
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }

  private static String text(InputStream answer) {
    try (answer) {
      return new String(answer.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
