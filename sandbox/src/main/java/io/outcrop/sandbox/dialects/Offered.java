package io.outcrop.sandbox.dialects;

import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.traits.Traits;
import java.util.Optional;

/// The tiers and latencies that a model is offered with. Source: Amazon Bedrock User Guide,
/// "Service tiers", "Optimize model inference for latency".
final class Offered {
  private Offered() {}

  /// The refusal of a tier or a latency that the model does not have, whichever door asks for it.
  static Optional<Refusal> refusal(Optional<String> tier, Optional<String> latency, Traits traits) {
    var other =
        tier.filter(asked -> !asked.equals("default") && !asked.equals("reserved"))
            .map(asked -> Refusal.of(Sentence.TIER, asked));
    return other.isPresent()
        ? other
        : latency
            .filter("optimized"::equals)
            .filter(_ -> !traits.id().contains("claude-3-5-haiku"))
            .map(_ -> Refusal.of(Sentence.LATENCY, traits.id()));
  }
}
