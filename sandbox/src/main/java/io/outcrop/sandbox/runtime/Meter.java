package io.outcrop.sandbox.runtime;

import io.outcrop.models.route.Route;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.dialects.Speaker;
import io.outcrop.sandbox.trace.ModelUse;
import io.outcrop.sandbox.trace.Tokens;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;

/// Notes what a call uses of a model, in the numbers of its own answer.
///
/// @param visit the call
/// @param reached the model that answers
/// @param speaker whose answer tells how long it takes
/// @param streams whether it comes in pieces
record Meter(Visit visit, Reached reached, Speaker speaker, boolean streams) {
  /// A model as a call reached it.
  ///
  /// @param inferenceRegion where it answers
  /// @param isLegacy whether its life is nearly over
  record Reached(Route route, String inferenceRegion, boolean isLegacy) {}

  /// The answer takes this; said again it means that instead.
  void used(Usage usage) {
    visit
        .notes()
        .used(
            new ModelUse(
                reached.route(),
                reached.inferenceRegion(),
                reached.isLegacy(),
                new Tokens(usage.input(), usage.output(), usage.cacheRead(), usage.cacheWrite()),
                Duration.ofMillis(speaker.latencyMillis(usage)),
                Duration.ofMillis(speaker.pacing().millis(0)),
                streams));
  }
}
