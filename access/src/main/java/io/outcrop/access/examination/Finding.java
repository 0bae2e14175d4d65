package io.outcrop.access.examination;

import io.outcrop.causes.Confidence;
import io.outcrop.causes.catalogue.Cause;
import java.util.List;

/// One thing that stands, or will stand, between the caller and the model.
///
/// @param cause which cause
/// @param confidence how sure
/// @param sentence what is wrong here, one sentence
/// @param evidence what it rests on; never empty
/// @param cures what would cure it here, best first
public record Finding(
    Cause cause,
    Confidence confidence,
    String sentence,
    List<Evidence> evidence,
    List<Cure> cures) {
  public Finding {
    evidence = List.copyOf(evidence);
    cures = List.copyOf(cures);
  }
}
