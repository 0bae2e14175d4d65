package io.outcrop.grants.generate;

import io.outcrop.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where guardrail profiles lead.
///
/// @param profiles by profile id and called region: the regions that may answer
record GuardrailProfiles(Map<String, Map<String, List<String>>> profiles) {
  static GuardrailProfiles shipped() {
    return FactFile.read(
        "guardrail-profiles.json",
        fields -> {
          fields.text("source");
          fields.text("asOf");
          return new GuardrailProfiles(fields.map("profiles", GuardrailProfiles::byRegion));
        });
  }

  private static Map<String, List<String>> byRegion(Fields profile) {
    var result = new LinkedHashMap<String, List<String>>();
    profile.names().forEach(region -> result.put(region, profile.texts(region)));
    return result;
  }

  /// Where `profile` leads from `region`; nowhere if it cannot be used there.
  List<String> destinations(String profile, String region) {
    return profiles.getOrDefault(profile, Map.of()).getOrDefault(region, List.of());
  }

  /// The profiles that can be used in `region`.
  List<String> in(String region) {
    return profiles.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(region))
        .map(Map.Entry::getKey)
        .toList();
  }
}
