package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an account has made in Bedrock's control plane in one region.
///
/// @param profiles application inference profiles by id
/// @param guardrails by id
/// @param logging the configuration of invocation logging; none or one
/// @param retention what was set for data retention; none or one
/// @param enforced guardrails that every call of the account goes through, in Bedrock's own form,
///   by the id of the configuration
public record BedrockRegion(
    Map<String, ApplicationProfile> profiles,
    Map<String, Guardrail> guardrails,
    List<Json.Obj> logging,
    List<DataRetention> retention,
    Map<String, Json.Obj> enforced) {
  /// Nothing.
  public static final BedrockRegion EMPTY =
      new BedrockRegion(Map.of(), Map.of(), List.of(), List.of(), Map.of());

  public BedrockRegion {
    profiles = Realm.ordered(profiles);
    guardrails = Realm.ordered(guardrails);
    logging = List.copyOf(logging);
    retention = List.copyOf(retention);
    enforced = Realm.ordered(enforced);
  }

  /// The application inference profile `id`.
  public Optional<ApplicationProfile> profile(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  /// The guardrail `id`.
  public Optional<Guardrail> guardrail(String id) {
    return Optional.ofNullable(guardrails.get(id));
  }

  /// With this profile added, or in place of the one of its id.
  public BedrockRegion with(ApplicationProfile profile) {
    return new BedrockRegion(
        with(profiles, profile.id(), profile), guardrails, logging, retention, enforced);
  }

  /// Without the profile `id`.
  public BedrockRegion withoutProfile(String id) {
    return new BedrockRegion(without(profiles, id), guardrails, logging, retention, enforced);
  }

  /// With this guardrail added, or in place of the one of its id.
  public BedrockRegion with(Guardrail guardrail) {
    return new BedrockRegion(
        profiles, with(guardrails, guardrail.id(), guardrail), logging, retention, enforced);
  }

  /// Without the guardrail `id`.
  public BedrockRegion withoutGuardrail(String id) {
    return new BedrockRegion(profiles, without(guardrails, id), logging, retention, enforced);
  }

  /// With this configuration of invocation logging; none for no logging.
  public BedrockRegion withLogging(List<Json.Obj> configuration) {
    return new BedrockRegion(profiles, guardrails, configuration, retention, enforced);
  }

  /// With this mode of data retention.
  public BedrockRegion with(DataRetention set) {
    return new BedrockRegion(profiles, guardrails, logging, List.of(set), enforced);
  }

  /// With this enforced guardrail under `id`.
  public BedrockRegion withEnforced(String id, Json.Obj configuration) {
    return new BedrockRegion(
        profiles, guardrails, logging, retention, with(enforced, id, configuration));
  }

  /// Without the enforced guardrail of `id`.
  public BedrockRegion withoutEnforced(String id) {
    return new BedrockRegion(profiles, guardrails, logging, retention, without(enforced, id));
  }

  private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <T> Map<String, T> without(Map<String, T> map, String key) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(key);
    return changed;
  }
}
