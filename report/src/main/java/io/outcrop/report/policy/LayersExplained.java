package io.outcrop.report.policy;

import io.outcrop.iam.walk.LayerAnswer;
import java.util.List;

/// One request, its answer, and what every layer says to it.
///
/// @param ruling the request and its answer
/// @param answers every layer's, in AWS's order
/// @param whereabouts where the policies stand
/// @param notes what the answer rests on
public record LayersExplained(
    Simulation.Ruling ruling,
    List<LayerAnswer> answers,
    Whereabouts whereabouts,
    List<String> notes) {
  public LayersExplained {
    answers = List.copyOf(answers);
    notes = List.copyOf(notes);
  }
}
