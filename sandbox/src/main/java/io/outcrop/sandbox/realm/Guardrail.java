package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A guardrail of Bedrock: its draft and the versions that were made of it.
///
/// @param id twelve small letters and digits
/// @param token what its maker called its request, so that a second one makes no second guardrail;
///   empty if nothing
/// @param created when it was made
/// @param draft the working copy
/// @param versions oldest first
/// @param tags by key
/// @param policies its resource policy; none or one
public record Guardrail(
    String id,
    String token,
    Instant created,
    Content draft,
    List<Version> versions,
    Map<String, String> tags,
    List<Json.Obj> policies) {
  public Guardrail {
    versions = List.copyOf(versions);
    tags = Realm.ordered(tags);
    policies = List.copyOf(policies);
  }

  /// What a guardrail says, in the words of GetGuardrail: name, messages, policies.
  ///
  /// @param settings its members
  /// @param updated when it was last changed
  public record Content(Json.Obj settings, Instant updated) {
    /// Its name.
    public String name() {
      return settings.text("name").orElse("");
    }
  }

  /// A version, which nothing changes any more.
  ///
  /// @param number from 1 on
  /// @param content what the draft said when it was made; the description may be its own
  public record Version(int number, Content content) {}

  /// The version `number` as calls write it, or the draft for `DRAFT`.
  public Optional<Content> version(String number) {
    return number.equals("DRAFT")
        ? Optional.of(draft)
        : versions.stream()
            .filter(version -> Integer.toString(version.number()).equals(number))
            .map(Version::content)
            .findFirst();
  }

  /// With another draft.
  public Guardrail withDraft(Content changed) {
    return new Guardrail(id, token, created, changed, versions, tags, policies);
  }

  /// With one version more; its number is one above the last one.
  public Guardrail withVersion(Content content) {
    var changed = new ArrayList<>(versions);
    changed.add(new Version(versions.isEmpty() ? 1 : versions.getLast().number() + 1, content));
    return new Guardrail(id, token, created, draft, changed, tags, policies);
  }

  /// Without the version `number`.
  public Guardrail withoutVersion(String number) {
    return new Guardrail(
        id,
        token,
        created,
        draft,
        versions.stream()
            .filter(version -> !Integer.toString(version.number()).equals(number))
            .toList(),
        tags,
        policies);
  }

  /// With other tags.
  public Guardrail withTags(Map<String, String> changed) {
    return new Guardrail(id, token, created, draft, versions, changed, policies);
  }

  /// With this resource policy; none for no policy.
  public Guardrail withPolicies(List<Json.Obj> changed) {
    return new Guardrail(id, token, created, draft, versions, tags, changed);
  }
}
