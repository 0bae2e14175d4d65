package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.sandbox.visit.Visit;
import java.util.Locale;

/// A guardrail as a call names it.
///
/// @param identifier its id or ARN; empty if the call names none
/// @param version a number, or `DRAFT`
/// @param isTraced whether the answer has to say what it found
record GuardrailName(String identifier, String version, boolean isTraced) {
  static final GuardrailName NONE = new GuardrailName("", "", false);

  /// What the headers of InvokeModel, or Converse's `guardrailConfig`, name.
  static GuardrailName of(Visit visit) {
    var input = visit.call().input();
    var config = input.object("guardrailConfig").orElse(input);
    var identifier = text(config, "guardrailIdentifier");
    var trace = text(config, "trace").toLowerCase(Locale.ROOT);
    return identifier.isEmpty()
        ? NONE
        : new GuardrailName(
            identifier, text(config, "guardrailVersion"), trace.startsWith("enabled"));
  }

  private static String text(Json.Obj object, String name) {
    return object.text(name).orElse("");
  }

  boolean isThere() {
    return !identifier.isEmpty();
  }

  /// Its ARN as IAM is asked about it, with the version behind it unless it is the draft; empty if
  /// there is none. Source: Amazon Bedrock User Guide, "Set up permissions to use Guardrails", on
  /// enforcing one by its id, read 2026-10.
  String arn(Visit visit) {
    if (identifier.isEmpty()) {
      return "";
    }
    var arn =
        identifier.startsWith("arn:")
            ? identifier
            : "arn:aws:bedrock:%s:%s:guardrail/%s"
                .formatted(visit.region(), visit.account().id(), identifier);
    return version.isEmpty() || version.equals("DRAFT") ? arn : arn + ":" + version;
  }
}
