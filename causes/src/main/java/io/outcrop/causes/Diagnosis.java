package io.outcrop.causes;

import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.signal.Span;
import java.util.List;
import java.util.Map;

/// One cause that fits.
///
/// @param cause which
/// @param confidence how sure
/// @param because the words that gave it away; never empty
/// @param values what the text says that the cure's commands need: `model`, `region`, `action`,
///   `resource`, `principal`, `identity` (whose policies the principal has), `account`, `policy`
///   (that refused), `authorization-id` (of AWS's record of the refusal); for causes about model
///   ids also `nearest-model`, what can be called in the place of the id that was sent, and
///   `nearest-route`, how: directly, through a profile of its geography or the global one
public record Diagnosis(
    Cause cause, Confidence confidence, List<Span> because, Map<String, String> values) {
  public Diagnosis {
    because = List.copyOf(because);
    values = Map.copyOf(values);
  }
}
