package io.outcrop.causes;

import io.outcrop.causes.signal.Signal;
import java.util.List;

/// What a text tells.
///
/// @param diagnoses causes that fit, best first; empty if none does
/// @param signals what was read in it, in the order of the text
public record Explanation(List<Diagnosis> diagnoses, List<Signal> signals) {
  public Explanation {
    diagnoses = List.copyOf(diagnoses);
    signals = List.copyOf(signals);
  }
}
