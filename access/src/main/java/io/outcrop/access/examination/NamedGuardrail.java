package io.outcrop.access.examination;

import io.outcrop.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/// The guardrail that a request names.
///
/// @param id its id or ARN
/// @param version `DRAFT` or a number
public record NamedGuardrail(String id, String version) {
  private static final String DRAFT = "DRAFT";

  /// Source: Amazon Bedrock API Reference, "Converse", GuardrailConfiguration, read 2026-10.
  private static final Pattern SHAPE =
      Pattern.compile(
          "((?:arn:aws[a-z-]*:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/)?[a-z0-9]{1,64})"
              + "(?::(DRAFT|[1-9][0-9]{0,7}))?");

  /// `ID` or its ARN, with `:VERSION` behind it or as a draft; nothing if `text` is neither.
  public static Optional<NamedGuardrail> parse(String text) {
    var match = SHAPE.matcher(text);
    return match.matches()
        ? Optional.of(
            new NamedGuardrail(match.group(1), match.group(2) == null ? DRAFT : match.group(2)))
        : Optional.empty();
  }

  /// The guardrail of `body`, if it names one: only Converse has a place for it in the body.
  public static Optional<NamedGuardrail> of(Json.Obj body) {
    return body.object("guardrailConfig")
        .flatMap(config ->
            config
                .text("guardrailIdentifier")
                .filter(id -> !id.isEmpty())
                .map(id -> new NamedGuardrail(id, config.text("guardrailVersion").orElse(DRAFT))));
  }

  /// As Converse takes it in its body.
  public Json.Obj inBody() {
    return Json.object()
        .with("guardrailIdentifier", Json.of(id))
        .with("guardrailVersion", Json.of(version));
  }

  /// Its ARN, with the version behind it unless it is the draft: what `bedrock:GuardrailIdentifier`
  /// holds. Source: Amazon Bedrock User Guide, "Set up permissions to use Guardrails", on enforcing
  /// one by its id, read 2026-10.
  ///
  /// @param prefix the ARN of a guardrail without its id, where an id alone is named
  public String arn(String prefix) {
    return version.equals(DRAFT) ? resource(prefix) : resource(prefix) + ":" + version;
  }

  /// The ARN of the guardrail itself, whatever the version.
  ///
  /// @param prefix the ARN of a guardrail without its id, where an id alone is named
  public String resource(String prefix) {
    return id.startsWith("arn:") ? id : prefix + id;
  }

  /// `ID:VERSION`, as [#parse] takes it.
  @Override
  public String toString() {
    return id + ":" + version;
  }
}
