package io.outcrop.access.examination;

import io.outcrop.access.change.Change;
import io.outcrop.access.change.QuotaOffer;
import io.outcrop.causes.catalogue.Cause;
import java.util.List;

/// What would cure a finding, here.
///
/// @param applicability how it can be done
/// @param title one imperative sentence
/// @param changes what `fix` would do, in order; empty unless it is automatic
/// @param commands commands that do the same by hand, filled in; may be empty
/// @param effect what it does to least privilege or cost, one sentence
/// @param offers quotas that it asks for, once somebody says how much
public record Cure(
    Cause.Applicability applicability,
    String title,
    List<Change> changes,
    List<String> commands,
    String effect,
    List<QuotaOffer> offers) {
  /// One that asks for no quota.
  public Cure(
      Cause.Applicability applicability,
      String title,
      List<Change> changes,
      List<String> commands,
      String effect) {
    this(applicability, title, changes, commands, effect, List.of());
  }

  public Cure {
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
    offers = List.copyOf(offers);
  }
}
