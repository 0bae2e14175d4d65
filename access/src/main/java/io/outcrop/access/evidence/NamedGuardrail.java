package io.outcrop.access.evidence;

import io.outcrop.json.Json;
import java.util.Optional;

/// The guardrail that a request names.
///
/// @param id its id or ARN
/// @param version `DRAFT` or a number
public record NamedGuardrail(String id, String version) {

  /// The guardrail of `body`, if it names one: only Converse has a place for it in the body.
  public static Optional<NamedGuardrail> of(Json.Obj body) {
    return body.object("guardrailConfig")
        .flatMap(config ->
            config
                .text("guardrailIdentifier")
                .filter(id -> !id.isEmpty())
                .map(
                    id -> new NamedGuardrail(id, config.text("guardrailVersion").orElse("DRAFT"))));
  }
}
