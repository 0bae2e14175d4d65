package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Instant;

/// Anthropic's use-case form as an account filed it.
///
/// @param answers its fields
/// @param filed when
public record UseCase(Json.Obj answers, Instant filed) {
  /// The place of the form that all regions share which are enabled by default; an opt-in region
  /// has a form of its own under its name. Source: Amazon Bedrock User Guide, "Access Amazon
  /// Bedrock foundation models", read 2026-10.
  public static final String COMMON = "*";
}
