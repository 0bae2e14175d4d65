package io.outcrop.sandbox.realm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How an account stands with Bedrock.
///
/// @param forms Anthropic's use-case form as it was filed: [UseCase#COMMON], or an opt-in region
/// @param agreements by model id; `*` for all others
/// @param pastAgreements agreements that ended and were replaced, oldest first
/// @param lastUsed when each model was last called before the world began
/// @param tokensPerDay the daily quota by model id; `*` for all others
/// @param optedIn opt-in regions that are switched on
/// @param quotas its quotas, where they are not AWS's defaults
/// @param admission what AWS holds against it or granted it
/// @param regions what it has made, by region
public record Standing(
    Map<String, UseCase> forms,
    Map<String, Agreement> agreements,
    List<PastAgreement> pastAgreements,
    Map<String, Instant> lastUsed,
    Map<String, BigDecimal> tokensPerDay,
    List<String> optedIn,
    AccountQuotas quotas,
    Admission admission,
    Map<String, BedrockRegion> regions) {
  /// Stands for every model that has no entry of its own.
  public static final String ANY = "*";

  public Standing {
    forms = Realm.ordered(forms);
    agreements = Realm.ordered(agreements);
    pastAgreements = List.copyOf(pastAgreements);
    lastUsed = Realm.ordered(lastUsed);
    tokensPerDay = Realm.ordered(tokensPerDay);
    optedIn = List.copyOf(optedIn);
    regions = Realm.ordered(regions);
  }

  /// A new account's: no form, no agreement, never used.
  public static Standing untouched() {
    return new Standing(
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        AccountQuotas.DEFAULT,
        Admission.USUAL,
        Map.of());
  }

  /// An account's that an organization has just made: every quota of model calls is zero until it
  /// is raised.
  public static Standing ofNewAccount() {
    return new Standing(
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        new AccountQuotas(true, Map.of(), List.of(), AccountQuotas.Review.USUAL),
        Admission.USUAL,
        Map.of());
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

  /// What it has made in `region`.
  public BedrockRegion in(String region) {
    return regions.getOrDefault(region, BedrockRegion.EMPTY);
  }

  /// With the form filed for `place`; a form that is already there stays.
  public Standing withForm(String place, UseCase filed) {
    var changed = new LinkedHashMap<>(forms);
    changed.putIfAbsent(place, filed);
    return new Standing(
        changed,
        agreements,
        pastAgreements,
        lastUsed,
        tokensPerDay,
        optedIn,
        quotas,
        admission,
        regions);
  }

  /// With an agreement in place of the one for `modelId`, which is remembered if it was one.
  public Standing withAgreement(String modelId, Agreement agreement) {
    var changed = new LinkedHashMap<>(agreements);
    var replaced = changed.put(modelId, agreement);
    var past = new ArrayList<>(pastAgreements);
    if (replaced != null && agreement.status() == Agreement.Status.PENDING) {
      past.add(new PastAgreement(modelId, replaced));
    }
    return new Standing(
        forms, changed, past, lastUsed, tokensPerDay, optedIn, quotas, admission, regions);
  }

  /// With other quotas.
  public Standing with(AccountQuotas changed) {
    return new Standing(
        forms,
        agreements,
        pastAgreements,
        lastUsed,
        tokensPerDay,
        optedIn,
        changed,
        admission,
        regions);
  }

  /// With what it has made in `region` changed.
  public Standing in(String region, UnaryOperator<BedrockRegion> change) {
    var changed = new LinkedHashMap<>(regions);
    changed.put(region, change.apply(in(region)));
    return new Standing(
        forms,
        agreements,
        pastAgreements,
        lastUsed,
        tokensPerDay,
        optedIn,
        quotas,
        admission,
        changed);
  }

  /// With another admission.
  public Standing with(Admission changed) {
    return new Standing(
        forms,
        agreements,
        pastAgreements,
        lastUsed,
        tokensPerDay,
        optedIn,
        quotas,
        changed,
        regions);
  }
}
