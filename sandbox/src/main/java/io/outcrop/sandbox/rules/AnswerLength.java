package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.util.Optional;

/// How long an answer may be, and what ends it.
final class AnswerLength implements Rule {
  private static final long WITH_BETA = 128_000;

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var wanted = request.ask().maxTokens();
    if (wanted < 1) {
      return Refusal.because(Sentence.MAX_TOKENS_SMALL);
    }
    var limit = limit(request);
    if (wanted > limit) {
      return Refusal.because(Sentence.MAX_TOKENS, wanted, limit, request.traits().shortName());
    }
    return stopSequences(request);
  }

  private static long limit(MessagesRequest request) {
    var limit = request.traits().limits().maxOutputTokens();
    return request.ask().betas().contains("output-128k-2025-02-19")
        ? Math.max(limit, WITH_BETA)
        : limit;
  }

  private static Optional<Refusal> stopSequences(MessagesRequest request) {
    var stops = request.body().list("stop_sequences");
    for (var i = 0; i < stops.size(); i++) {
      if (!(stops.get(i) instanceof Json.Str text)) {
        return Refusal.because(Sentence.STRING, "stop_sequences." + i);
      }
      if (text.text().isBlank()) {
        return Refusal.because(Sentence.STOP_BLANK);
      }
    }
    return Optional.empty();
  }
}
