package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;

/// Reads foundation models out of Bedrock's own answers.
final class ModelLists {
  private ModelLists() {}

  static List<Bedrock.FoundationModel> list(Json.Obj answer) {
    if (answer.get("modelSummaries").isEmpty()) {
      throw new UnreadableAnswerException("the answer has no `modelSummaries`");
    }
    return Bodies.objects(answer, "modelSummaries").map(ModelLists::model).toList();
  }

  static Bedrock.FoundationModel one(Json.Obj answer) {
    return answer
        .object("modelDetails")
        .map(ModelLists::model)
        .orElseThrow(() -> new UnreadableAnswerException("the answer has no `modelDetails`"));
  }

  private static Bedrock.FoundationModel model(Json.Obj model) {
    var types =
        model.list("inferenceTypesSupported").stream()
            .flatMap(type -> type.asText().stream())
            .toList();
    var lifecycle = model.object("modelLifecycle").orElse(Json.object());
    return new Bedrock.FoundationModel(
        model.text("modelId").orElse(""),
        model.text("modelArn").orElse(""),
        types.contains("ON_DEMAND"),
        types.contains("INFERENCE_PROFILE"),
        time(lifecycle, "startOfLifeTime"),
        time(lifecycle, "legacyTime"),
        time(lifecycle, "endOfLifeTime"));
  }

  /// Times come as ISO 8601; a number would be seconds since 1970.
  private static String time(Json.Obj lifecycle, String name) {
    return lifecycle
        .get(name)
        .map(value ->
            switch (value) {
              case Json.Str(String text, var _) -> text;
              case Json.Num(var number, var _) ->
                  Instant.ofEpochSecond(number.longValue()).toString();
              case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> "";
            })
        .orElse("");
  }
}
