package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.BedrockRuntime;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;

/// Calls the model, over the very route that is examined.
///
/// The free call carries a body that every model refuses: AWS authorises it first, so its answer
/// tells whether the call would be let through, and it costs nothing.
final class CallProbe {
  private static final String REFUSED_BODY = "{}";
  private static final String SHORTEST_MESSAGE =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":1,\
      "messages":[{"role":"user","content":"Hi"}]}\
      """;
  private static final String SHORTEST_PROMPT =
      """
      {"prompt":"\\n\\nHuman: Hi\\n\\nAssistant:","max_tokens_to_sample":1}\
      """;

  private final BedrockRuntime runtime;
  private final String modelId;
  private final String body;

  /// @param own the caller's own body, sent as it is where calls may be paid for; none for the
  ///   shortest that the model answers
  CallProbe(
      BedrockRuntime runtime,
      String modelId,
      Probing probing,
      RequestStyle style,
      List<Json.Obj> own) {
    this.runtime = runtime;
    this.modelId = modelId;
    this.body = probing == Probing.PAID ? paid(style, own) : REFUSED_BODY;
  }

  private static String paid(RequestStyle style, List<Json.Obj> own) {
    return own.isEmpty() ? shortest(style) : JsonWriter.compact(own.getFirst());
  }

  private static String shortest(RequestStyle style) {
    return switch (style) {
      case MESSAGES -> SHORTEST_MESSAGE;
      case TEXT_COMPLETION -> SHORTEST_PROMPT;
    };
  }

  Observation<String> plain() {
    return Observation.ofModelCall(
        "bedrock-runtime:InvokeModel", runtime.invoke(modelId, body).map(_ -> "answered"));
  }

  Observation<String> streaming() {
    var operation = "bedrock-runtime:InvokeModelWithResponseStream";
    return switch (runtime.stream(modelId, body)) {
      case Answer.Succeeded<BedrockRuntime.Chunks>(var chunks, var _) -> {
        try (chunks) {
          while (chunks.hasNext()) {
            chunks.next();
          }
          yield Observation.ofModelCall(operation, chunks.end().map(count -> count + " chunks"));
        }
      }
      case Answer.Refused<BedrockRuntime.Chunks>(var called, var error, var text) ->
          new Observation.Refused<>(called, error, text);
      case Answer.Unreachable<BedrockRuntime.Chunks>(var called, var stage, var host, var why) ->
          new Observation.Unreachable<>(called, stage, host, why);
    };
  }
}
