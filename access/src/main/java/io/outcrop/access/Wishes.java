package io.outcrop.access;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How plans are made.
///
/// @param form the use-case form to file if it is missing; none if nobody filled one in
/// @param lifetime how long a plan may be applied
/// @param evenIfManaged whether what a tool owns is changed in the account all the same
/// @param quotas how much of a quota is asked for, by its code; AWS's default where that is less
///   and nobody says
public record Wishes(
    List<Json.Obj> form, Duration lifetime, boolean evenIfManaged, Map<String, BigDecimal> quotas) {
  /// A day, no form, no drift.
  public static final Wishes USUAL = new Wishes(List.of(), Duration.ofHours(24), false, Map.of());

  public Wishes {
    form = List.copyOf(form);
    quotas = Map.copyOf(quotas);
  }

  /// The same with a form.
  public Wishes withForm(Json.Obj filled) {
    return new Wishes(List.of(filled), lifetime, evenIfManaged, quotas);
  }

  /// The same with another lifetime.
  public Wishes withLifetime(Duration other) {
    return new Wishes(form, other, evenIfManaged, quotas);
  }

  /// The same, changing what a tool owns, too.
  public Wishes withDrift() {
    return new Wishes(form, lifetime, true, quotas);
  }

  /// The same, asking for so much of each quota.
  public Wishes withQuotas(Map<String, BigDecimal> wanted) {
    return new Wishes(form, lifetime, evenIfManaged, wanted);
  }
}
