package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an account stands with Bedrock.
///
/// @param form Anthropic's use-case form as it was filed; none or one
/// @param agreements by model id; `*` for all others
/// @param lastUsed when each model was last called
/// @param tokensPerDay the daily quota by model id; `*` for all others
/// @param optedIn opt-in regions that are switched on
public record Standing(
    List<Json.Obj> form,
    Map<String, Agreement> agreements,
    Map<String, Instant> lastUsed,
    Map<String, BigDecimal> tokensPerDay,
    List<String> optedIn) {
  /// Stands for every model that has no entry of its own.
  public static final String ANY = "*";

  public Standing {
    form = List.copyOf(form);
    agreements = Realm.ordered(agreements);
    lastUsed = Realm.ordered(lastUsed);
    tokensPerDay = Realm.ordered(tokensPerDay);
    optedIn = List.copyOf(optedIn);
  }

  /// A new account's: no form, no agreement, never used.
  public static Standing untouched() {
    return new Standing(List.of(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /// An account's that an organization has just made: what it may use in a day is nothing, until
  /// its quotas are raised.
  public static Standing ofNewAccount() {
    return new Standing(List.of(), Map.of(), Map.of(), Map.of(ANY, BigDecimal.ZERO), List.of());
  }

  /// The agreement for a model as it stands at `at`.
  public Agreement agreement(String modelId, Instant at) {
    return Optional.ofNullable(agreements.get(modelId))
        .or(() -> Optional.ofNullable(agreements.get(ANY)))
        .orElse(Agreement.NONE)
        .at(at);
  }

  /// The daily quota for a model, if the world says one.
  public Optional<BigDecimal> quota(String modelId) {
    return Optional.ofNullable(tokensPerDay.get(modelId))
        .or(() -> Optional.ofNullable(tokensPerDay.get(ANY)));
  }

  /// With the form filed; a form that is already there stays.
  public Standing withForm(Json.Obj filed) {
    return form.isEmpty()
        ? new Standing(List.of(filed), agreements, lastUsed, tokensPerDay, optedIn)
        : this;
  }

  /// With an agreement in place of the one for `modelId`.
  public Standing withAgreement(String modelId, Agreement agreement) {
    var changed = new LinkedHashMap<>(agreements);
    changed.put(modelId, agreement);
    return new Standing(form, changed, lastUsed, tokensPerDay, optedIn);
  }

  /// With a model used at `at`.
  public Standing used(String modelId, Instant at) {
    var changed = new LinkedHashMap<>(lastUsed);
    changed.put(modelId, at);
    return new Standing(form, agreements, changed, tokensPerDay, optedIn);
  }
}
