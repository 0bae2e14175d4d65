package io.outcrop.causes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known besides the text.
///
/// @param region the region that was called; empty if unknown
/// @param model the model id that was called; empty if unknown
/// @param at when; null if unknown
public record ExplanationContext(String region, String model, @Nullable Instant at) {
  /// Nothing is known.
  public static ExplanationContext none() {
    return new ExplanationContext("", "", null);
  }
}
