package io.outcrop.causes.signal;

import java.util.List;

/// What was read in a text.
///
/// @param signals everything that differs, in the order of the text
/// @param denials the parts of each refused authorisation: what belongs together in `signals`
/// @param places each region and each model, as often as the text names it: with several errors in
///   one text, the one beside an error is its own
public record Reading(List<Signal> signals, List<List<Signal>> denials, List<Signal> places) {
  public Reading {
    signals = List.copyOf(signals);
    denials = denials.stream().map(List::copyOf).toList();
    places = List.copyOf(places);
  }
}
