package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;

/// Turns what calls say of a guardrail into what GetGuardrail shows: the same, by names that lack
/// `Config`.
final class GuardrailSettings {
  private static final List<String> PLAIN =
      List.of("name", "description", "blockedInputMessaging", "blockedOutputsMessaging");

  private static final List<String> POLICIES =
      List.of(
          "topicPolicyConfig",
          "contentPolicyConfig",
          "wordPolicyConfig",
          "sensitiveInformationPolicyConfig",
          "contextualGroundingPolicyConfig",
          "automatedReasoningPolicyConfig");

  private static final String SUFFIX = "Config";

  private GuardrailSettings() {}

  /// @param input of CreateGuardrail or UpdateGuardrail
  /// @param profiles where guardrail profiles are: `arn:aws:bedrock:us-east-1:111122223333:`
  static Json.Obj of(Json.Obj input, String profiles) {
    var settings = new LinkedHashMap<String, Json>();
    PLAIN.forEach(name -> input.get(name).ifPresent(value -> settings.put(name, value)));
    for (var name : POLICIES) {
      input.object(name).ifPresent(policy -> settings.put(without(name), renamed(policy)));
    }
    input.get("kmsKeyId").ifPresent(key -> settings.put("kmsKeyArn", key));
    input
        .object("crossRegionConfig")
        .flatMap(config -> config.text("guardrailProfileIdentifier"))
        .ifPresent(profile -> settings.put("crossRegionDetails", crossRegion(profile, profiles)));
    return Json.object(settings);
  }

  private static Json.Obj crossRegion(String profile, String profiles) {
    var id = profile.substring(profile.lastIndexOf('/') + 1);
    return Json.object()
        .with("guardrailProfileId", Json.of(id))
        .with("guardrailProfileArn", Json.of(profiles + "guardrail-profile/" + id));
  }

  private static Json.Obj renamed(Json.Obj policy) {
    var members = new LinkedHashMap<String, Json>();
    policy.members().forEach((name, member) -> members.put(without(name), member.value()));
    return Json.object(members);
  }

  private static String without(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
