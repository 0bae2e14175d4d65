package io.outcrop.access.prediction;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Evidence;
import io.outcrop.models.route.Route;
import java.util.List;

/// What a profile's id meets where the model's own id is wanted. Source: Amazon Bedrock User Guide,
/// "Inference using Anthropic Messages API" and "Monitor your token usage by counting tokens before
/// running inference", read 2026-10.
final class OwnIdPrediction {
  private OwnIdPrediction() {}

  /// The refusal that lies ahead, if any.
  static List<Refusal> of(CalledModel called, ClientCall call) {
    if (called.route() instanceof Route.OnDemand) {
      return List.of();
    }
    var mantle = call == ClientCall.MANTLE;
    var sentence =
        "`%s` is an inference profile, and %s takes the model's own id: `%s`"
            .formatted(
                called.reference().id(),
                mantle ? "Mantle" : "CountTokens",
                called.route().modelId());
    return List.of(
        Refusal.plain(
            mantle ? Gate.MODEL_ID : Gate.BODY,
            mantle ? "mantle-model-not-in-region" : "request-validation-failed",
            sentence,
            new Evidence("catalogue", sentence, "the catalogue of models")));
  }
}
