package io.outcrop.causes.signal;

import java.util.List;

/// What was read in a text.
///
/// @param signals everything, in the order of the text
/// @param denials the parts of each refused authorisation: what belongs together in `signals`
public record Reading(List<Signal> signals, List<List<Signal>> denials) {
  public Reading {
    signals = List.copyOf(signals);
    denials = denials.stream().map(List::copyOf).toList();
  }
}
