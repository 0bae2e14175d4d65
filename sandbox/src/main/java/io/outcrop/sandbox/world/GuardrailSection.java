package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Guardrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes the guardrails of a region. `settings` are the members of GetGuardrail.
final class GuardrailSection {
  private GuardrailSection() {}

  static Map<String, Guardrail> read(Fields region, List<Problem> problems) {
    var guardrails = new LinkedHashMap<String, Guardrail>();
    region
        .map("guardrails", fields -> guardrail(fields, problems))
        .forEach((id, read) ->
            guardrails.put(
                id,
                new Guardrail(
                    id,
                    read.token(),
                    read.created(),
                    read.draft(),
                    read.versions(),
                    read.tags(),
                    read.policies())));
    return guardrails;
  }

  private static Guardrail guardrail(Fields fields, List<Problem> problems) {
    return new Guardrail(
        "",
        fields.optionalText("token").orElse(""),
        BedrockRegionSection.orEpoch(fields, "created"),
        content(fields),
        fields.objects(
            "versions",
            version -> new Guardrail.Version((int) version.whole("number", 0), content(version))),
        fields.textMap("tags"),
        fields.has("policy")
            ? List.of(Values.policy(fields, "policy", PolicyKind.RESOURCE, problems))
            : List.of());
  }

  private static Guardrail.Content content(Fields fields) {
    var settings = BedrockRegionSection.object(fields, "settings");
    if (settings.isEmpty() || settings.getFirst().text("name").isEmpty()) {
      fields.problem("settings", "a guardrail needs `settings` with a `name`");
    }
    return new Guardrail.Content(
        settings.isEmpty() ? Json.object() : settings.getFirst(),
        BedrockRegionSection.orEpoch(fields, "updated"));
  }

  static Json write(Guardrail guardrail) {
    return members(
        "token", RealmWriter.text(guardrail.token()),
        "created", Json.of(guardrail.created().toString()),
        "settings", guardrail.draft().settings(),
        "updated", Json.of(guardrail.draft().updated().toString()),
        "versions",
            RealmWriter.array(
                guardrail.versions(),
                version ->
                    members(
                        "number", Json.of(version.number()),
                        "settings", version.content().settings(),
                        "updated", Json.of(version.content().updated().toString()))),
        "tags", BedrockRegionSection.nonEmpty(map(guardrail.tags(), Json::of)),
        "policy", guardrail.policies().isEmpty() ? null : guardrail.policies().getFirst());
  }
}
