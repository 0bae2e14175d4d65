package io.outcrop.causes.match;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known besides the text.
///
/// @param region the region that was called; empty if unknown
/// @param model the model id that was called; empty if unknown
/// @param at when; null if unknown
public record Circumstances(String region, String model, @Nullable Instant at) {}
