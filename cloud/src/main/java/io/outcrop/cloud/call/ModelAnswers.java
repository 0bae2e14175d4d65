package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.sdk.SignedService.Response;
import io.outcrop.json.Json;
import java.util.List;

/// Tells what a model answers from what a sign-in page or a gateway says in its place, with a
/// status that means success. Source: Amazon Bedrock User Guide, "Inference request parameters and
/// response fields for foundation models", read 2026-11.
final class ModelAnswers {
  /// What an answer has, of each vendor's models: one is enough.
  private static final List<String> MEMBERS =
      List.of(
          "content",
          "output",
          "outputs",
          "generation",
          "generations",
          "results",
          "completion",
          "completions",
          "choices",
          "embedding",
          "embeddings",
          "images",
          "artifacts",
          "data");

  private ModelAnswers() {}

  /// @param streams whether a stream was asked for
  /// @throws UnreadableAnswerException if `response` is no answer of a model
  static void check(Response response, boolean streams) {
    if (!(streams ? isStream(response) : isWhole(response))) {
      throw new UnreadableAnswerException(
          "status %d came back with what is no %s of a model: something on the way answered"
              .formatted(response.status(), streams ? "stream" : "answer"));
    }
  }

  private static boolean isStream(Response response) {
    return response.isEventStream()
        || response.headers().getOrDefault("content-type", "").startsWith("text/event-stream");
  }

  private static boolean isWhole(Response response) {
    var body = Bodies.read(response).orElseGet(Json::object);
    // A gateway may take AWS's request id off; a vendor may answer what is not listed here.
    return (response.headers().containsKey("x-amzn-requestid") && !body.members().isEmpty())
        || MEMBERS.stream().anyMatch(name -> body.get(name).isPresent());
  }
}
