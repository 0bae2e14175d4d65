package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.sandbox.control.GuardrailReference;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// What accounts have set in Bedrock's control plane, as far as model calls meet it.
final class AccountSettings {
  private AccountSettings() {}

  /// A version of a guardrail in GetGuardrail's words, if there is one.
  ///
  /// @param identifier its id or ARN
  /// @param version a number, or `DRAFT`
  static Optional<Json.Obj> guardrail(Visit visit, String identifier, String version) {
    var reference = GuardrailReference.of(visit, identifier);
    return reference
        .in(visit.realm())
        .flatMap(guardrail -> guardrail.version(version))
        .map(content ->
            content
                .settings()
                .with("guardrailId", Json.of(reference.id()))
                .with("guardrailArn", Json.of(reference.arn()))
                .with("version", Json.of(version)));
  }
}
