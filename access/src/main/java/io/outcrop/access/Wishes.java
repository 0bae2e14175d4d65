package io.outcrop.access;

import io.outcrop.json.Json;
import java.time.Duration;
import java.util.List;

/// How plans are made.
///
/// @param form the use-case form to file if it is missing; none if nobody filled one in
/// @param lifetime how long a plan may be applied
/// @param evenIfManaged whether what a tool owns is changed in the account all the same
public record Wishes(List<Json.Obj> form, Duration lifetime, boolean evenIfManaged) {
  /// A day, no form, no drift.
  public static final Wishes USUAL = new Wishes(List.of(), Duration.ofHours(24), false);

  public Wishes {
    form = List.copyOf(form);
  }

  /// The same with a form.
  public Wishes withForm(Json.Obj filled) {
    return new Wishes(List.of(filled), lifetime, evenIfManaged);
  }

  /// The same with another lifetime.
  public Wishes withLifetime(Duration other) {
    return new Wishes(form, other, evenIfManaged);
  }

  /// The same, changing what a tool owns, too.
  public Wishes withDrift() {
    return new Wishes(form, lifetime, true);
  }
}
